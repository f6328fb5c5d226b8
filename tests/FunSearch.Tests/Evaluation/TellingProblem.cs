namespace FunSearch.Tests.Evaluation;

/// <summary>A problem whose run first tells, in a file, which process it is in.</summary>
internal sealed class TellingProblem : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("telling").FullName;

    public Weighing Problem => new()
    {
        Run = $$"""
            [Run] public static Weights Weigh(Box box)
            {
                File.WriteAllText("{{StartedFile}}.new", $"{Environment.ProcessId}");
                File.Move("{{StartedFile}}.new", "{{StartedFile}}", true);
                return new(box.Numbers.Select(number => Weight(number, box.Numbers)).ToArray());
            }
            """,
    };

    private string StartedFile => Path.Combine(Folder, "started");

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Waits for a run to begin, and gives its process.</summary>
    public async Task<int> StartedAsync() => int.Parse(File.ReadAllText(await AppearedAsync(StartedFile)));

    public static async Task<string> AppearedAsync(string path)
    {
        while (!File.Exists(path))
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        return path;
    }
}
