"""The one setting of botocore that the scripts use."""


class Config:
    def __init__(self, retries):
        self.retries = retries
