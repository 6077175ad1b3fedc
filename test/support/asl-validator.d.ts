declare module "asl-validator" {
  /** Judges a state machine by the grammar of Amazon States Language. */
  export default function validate(machine: object): { readonly errors: readonly { readonly "Error code": string }[] };
}
