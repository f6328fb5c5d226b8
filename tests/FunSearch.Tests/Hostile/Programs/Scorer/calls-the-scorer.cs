// It asks the scorer what it would say.
// all walls | member list | forbidden | new Weighing.Weights is not on the list of what a candidate may use.
{
    return Weighing.Sum(null, new Weighing.Weights(all));
}
