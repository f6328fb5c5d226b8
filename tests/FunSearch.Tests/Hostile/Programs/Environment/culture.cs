// It changes how everybody after it reads and writes numbers.
// all walls | member list | forbidden | System.Globalization.CultureInfo.DefaultThreadCurrentCulture is not on the list of what a candidate may use.
{
    System.Globalization.CultureInfo.DefaultThreadCurrentCulture = null;
    return number;
}
