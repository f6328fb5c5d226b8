// It asks what time it is.
// all walls | member list | forbidden | System.DateTime.Now is not on the list of what a candidate may use. A candidate has no clock: its limits are
{
    return DateTime.Now.Ticks;
}
