using System.CommandLine;
using System.CommandLine.Parsing;
using FunSearch.App.Settings;
using FunSearch.Storage.Sqlite;

namespace FunSearch.App.Commands;

/// <summary>Options that several commands share, and how their values are read.</summary>
internal static class CommonOptions
{
    /// <summary>Stack traces: everywhere, and for those who mend this program.</summary>
    public static readonly Option<bool> Debug = new("--debug") { Description = "Show stack traces of errors", Recursive = true };

    public static Argument<string> Problem() => new("PROBLEM")
    {
        Description = "A built-in name, a folder or a .cs file, with an optional variant after a colon",
    };

    /// <summary>Null for the newest run.</summary>
    public static Argument<string?> Run() => new("RUN")
    {
        Description = "The run's name, as `runs` lists it (default: the newest run)",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Option<bool> Json() => new("--json") { Description = "One JSON object on the last line of standard output, all else on standard error" };

    /// <summary>See <see cref="Runs.SearchEngineOptions.AllowUnsandboxed"/>.</summary>
    public static Option<bool> AllowUnsandboxed() => new("--allow-unsandboxed")
    {
        Description = "Run programs that no built-in proposer wrote even where the process wall cannot be built",
    };

    public static Option<string> Store() => new("--store")
    {
        Description = "The file that runs are stored in",
        HelpName = "PATH",
        DefaultValueFactory = _ => StorePath.Default,
    };

    /// <summary>Read by <see cref="WorkersOf"/>.</summary>
    public static Option<int?> Workers() => Read<int?>(
        "--workers", "N", "Programs that are run at once (default: one a core)",
        (string text, out int? value) =>
        {
            var good = int.TryParse(text, out var number) && number is >= 1 and <= 1024;
            value = number;
            return good;
        },
        "a whole number from 1 to 1024, for example 4");

    public static Option<long?> Seed(string description) => Read<long?>(
        "--seed", "S", description,
        (string text, out long? value) =>
        {
            var good = long.TryParse(text, out var number);
            value = number;
            return good;
        },
        "a whole number, for example 7");

    /// <summary>A run's name, or what such names begin with.</summary>
    public static Option<string> Name(string helpName, string description) => Read(
        "--name", helpName, description,
        (string text, out string value) =>
        {
            value = text;
            return SqliteStore.IsName(text);
        },
        $"{SqliteStore.NameForm}, for example monday-2");

    public static int WorkersOf(ParseResult parsed, Option<int?> workers) => parsed.GetValue(workers) ?? Environment.ProcessorCount;

    /// <summary>A whole number of at least <paramref name="least"/>.</summary>
    public static Option<long?> Count(string name, string description, int least = 1) => Read<long?>(name, "N", description, (string text, out long? value) =>
    {
        var good = long.TryParse(text.Replace("_", "", StringComparison.Ordinal), out var number) && number >= least;
        value = number;
        return good;
    }, $"a whole number of at least {least}, for example 5000");

    /// <summary>An option whose value is read by a function; a wrong one is told with the right form.</summary>
    public static Option<T> Read<T>(string name, string helpName, string description, Parse<T> parse, string form) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result => One(result, name, parse, form),
    };

    /// <summary>As <c>int.TryParse</c> does.</summary>
    public delegate bool Parse<T>(string text, out T value);

    private static T? One<T>(ArgumentResult result, string name, Parse<T> parse, string form)
    {
        var text = result.Tokens[0].Value;
        if (parse(text, out var value))
        {
            return value;
        }

        result.AddError($"{name} is '{text}'. It must be {form}.");
        return default;
    }
}
