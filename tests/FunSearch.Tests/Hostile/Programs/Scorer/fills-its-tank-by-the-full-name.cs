// It names the fuel as the worker does.
// all walls | compiler | does not compile | line 2: CS0103 The name 'FunSearch' does not exist in the current context
{
    FunSearch.Worker.Running.Fuel.Left = 1_000_000;
    return number;
}
