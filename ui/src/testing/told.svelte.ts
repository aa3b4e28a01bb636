/** A value that a test changes and components see change, whole, as a view is. */
export class Told<Value> {
  now: Value = $state.raw() as Value;

  constructor(first: Value) {
    this.now = first;
  }
}
