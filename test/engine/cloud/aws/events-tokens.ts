/** The types of EventBridge: the provider keeps them among those of CloudWatch. */
export const busToken = "aws:cloudwatch/eventBus:EventBus";
export const ruleToken = "aws:cloudwatch/eventRule:EventRule";
export const targetToken = "aws:cloudwatch/eventTarget:EventTarget";
export const connectionToken = "aws:cloudwatch/eventConnection:EventConnection";
export const apiDestinationToken = "aws:cloudwatch/eventApiDestination:EventApiDestination";
