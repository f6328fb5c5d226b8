using System.ComponentModel;
using System.Diagnostics;

namespace FunSearch.Specifications.Reading.Projects;

/// <summary>What the SDK said.</summary>
/// <param name="Output">Whatever was printed on the way, by the build's own tasks too.</param>
internal sealed record SdkAnswer(int ExitCode, string Output, string Errors)
{
    /// <summary>What it was asked for, as JSON; the empty string when it did not get so far.</summary>
    public string Told
    {
        get
        {
            // It comes last, and its outermost braces stand alone at the beginning of a line. (Asked to write it into a file, the SDK
            // of .NET 10 does not tell of references that are not there.)
            var lines = $"\n{Output.ReplaceLineEndings("\n")}";
            var (start, end) = (lines.LastIndexOf("\n{\n", StringComparison.Ordinal), lines.LastIndexOf("\n}", StringComparison.Ordinal));
            return start >= 0 && start < end ? lines[start..(end + 2)] : "";
        }
    }
}

/// <summary>Asks the .NET SDK about a project. The project is the user's own, and so is what its build does.</summary>
/// <param name="dotnet">The program to start.</param>
internal sealed class DotnetSdk(string dotnet)
{
    // Restoring may fetch packages; what takes longer than this waits for something that will not come.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // A build takes its folders for its own: two at once would write into the same files.
    private static readonly Lock OneAtATime = new();

    /// <summary>The one that this process was started by, or the one on the path.</summary>
    public static DotnetSdk Here { get; } = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet");

    /// <summary>Restores the project, builds the projects that it refers to, and asks for what <c>Tell.targets</c> gathers. In one
    /// process, one question waits for the other.</summary>
    /// <exception cref="SpecificationException">There is no SDK, or it does not come to an end.</exception>
    public SdkAnswer Ask(string project)
    {
        var targets = Path.Combine(Path.GetTempPath(), $"funsearch-{Environment.ProcessId}-{Path.GetRandomFileName()}.targets");
        try
        {
            WriteTargets(targets);
            lock (OneAtATime)
            {
                return Run(project, targets);
            }
        }
        finally
        {
            File.Delete(targets);
        }
    }

    private SdkAnswer Run(string project, string targets)
    {
        using var process = Start(project, targets);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw Mistake(project, $"The .NET SDK was still busy with it after {Patience.TotalMinutes:0} minutes. Build it yourself once, and see what it waits for.");
        }

        var answer = new SdkAnswer(process.ExitCode, output.Result, errors.Result);
        return HasNoSdk(answer) ? throw NoSdk(project) : answer;
    }

    private Process Start(string project, string targets)
    {
        var start = new ProcessStartInfo(dotnet, Arguments(project, targets))
        {
            WorkingDirectory = Path.GetDirectoryName(project)!,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_CLI_UI_LANGUAGE"] = "en", ["DOTNET_NOLOGO"] = "1" },
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw NoSdk(project);
        }
    }

    private static IEnumerable<string> Arguments(string project, string targets) =>
    [
        "msbuild", project, "-nologo", "-restore", "-t:TellFunSearch", $"-p:CustomAfterMicrosoftCommonTargets={targets}",
        "-getItem:CscCommandLineArgs", "-getItem:ReferenceCopyLocalPaths", "-getItem:Analyzer", "-getProperty:GeneratedAssemblyInfoFile",
        // As the user's own release build: another property here would go on to the projects that it refers to, and change their assemblies.
        "-p:Configuration=Release",
        // An assembly or a project that is not there is a warning to the SDK: the error would come later, from whatever needs it.
        "-warnAsError:MSB3245;MSB9008",
        // No server is left behind that holds on to our pipes.
        "-nodeReuse:false", "-p:UseSharedCompilation=false",
    ];

    private static void WriteTargets(string path)
    {
        using (var targets = typeof(DotnetSdk).Assembly.GetManifestResourceStream("Tell.targets")!)
        using (var file = File.Create(path))
        {
            targets.CopyTo(file);
        }

        // The projects that it refers to import the file too: younger than what they have built, it would have all of them built anew.
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch.AddYears(30));
    }

    // A runtime alone, or a global.json that asks for another SDK.
    private static bool HasNoSdk(SdkAnswer answer) =>
        answer.ExitCode != 0 && (answer.Output + answer.Errors).Contains("https://aka.ms/dotnet/", StringComparison.Ordinal);

    private static SpecificationException NoSdk(string project) => Mistake(
        project,
        "A project file lies beside the specification, so the .NET SDK is asked what it refers to, and no SDK that suits it is here. "
        + "Get it: https://dotnet.microsoft.com/download; or take the project file away, when the specification needs nothing but .NET.");

    private static SpecificationException Mistake(string project, string sentence) => new([new Mistake(Place.AsTyped(project), 0, sentence)]);
}
