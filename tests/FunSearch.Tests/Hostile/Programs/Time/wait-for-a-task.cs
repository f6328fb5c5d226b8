// Without a pool of threads, who waits for a task runs it.
// all walls | member list | forbidden | new System.Runtime.CompilerServices.NullableContextAttribute is not on the list of what a candidate may use.
// language wall off | process wall | crashed | Input small/a: it asked for a thread, and gets none: a program runs on one, and so do the methods that call
{
    System.Threading.Tasks.Task.Run(() => { while (true) { } }).Wait();
    return number;
}
