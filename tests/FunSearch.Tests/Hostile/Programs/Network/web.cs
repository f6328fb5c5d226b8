// It asks a web server.
// all walls | member list | forbidden | System.Net.Http.HttpClient is not on the list of what a candidate may use. A candidate reads and writes
{
    return new HttpClient() is null ? 0 : number;
}
