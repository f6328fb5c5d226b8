// It throws dice.
// all walls | member list | forbidden | new System.Random is not on the list of what a candidate may use. A candidate has no chance of its own: make
{
    return new Random().NextDouble();
}
