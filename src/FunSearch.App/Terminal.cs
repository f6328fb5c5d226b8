using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.App;

/// <summary>Where a command speaks: to a person on the screen, to a script by one JSON object on the last line of standard output.</summary>
internal sealed class Terminal
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new FiniteNumbers() },
    };

    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly bool _json;

    /// <param name="json">True when standard output belongs to a script: then all else goes to standard error.</param>
    /// <param name="debug">True when errors are told with their stack traces.</param>
    public Terminal(TextWriter output, TextWriter error, bool json, bool debug = false)
    {
        ShowsTraces = debug;
        _output = output;
        _error = error;
        _json = json;
        var screen = new AnsiConsoleOutput(json ? error : output);
        Screen = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = screen,
            // What is detected is the surroundings, not where the text goes: a file gets no colours, wherever it is written.
            Ansi = screen.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = screen.IsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        IsLive = Screen.Profile.Out.IsTerminal && Screen.Profile.Capabilities.Ansi;
        if (!Screen.Profile.Out.IsTerminal)
        {
            // Off a terminal tables neither wrap nor cut.
            Screen.Profile.Width = 100_000;
        }
    }

    /// <summary>Where people read.</summary>
    public IAnsiConsole Screen { get; }

    /// <summary>True when the screen can be redrawn.</summary>
    public bool IsLive { get; }

    /// <summary>True when the screen shows colours.</summary>
    public bool HasColours => IsLive && Screen.Profile.Capabilities.ColorSystem != ColorSystem.NoColors;

    /// <summary>True when errors are told with their stack traces.</summary>
    public bool ShowsTraces { get; }

    /// <summary>In characters.</summary>
    public int Width => Screen.Profile.Width;

    /// <summary>Tells people something.</summary>
    public void Say(IRenderable what)
    {
        Screen.Write(what);
        Screen.WriteLine();
    }

    /// <summary>Tells people a line or several; long ones wrap on a terminal only.</summary>
    public void Say(string text) => Say(new Text(text));

    /// <summary>Waits for work that takes some seconds; on a terminal with a sign of life.</summary>
    /// <param name="what">What is being done, in a few words.</param>
    public Task<T> DuringAsync<T>(string what, Func<Task<T>> work) =>
        IsLive ? Screen.Status().StartAsync($"{Markup.Escape(what)} …", _ => work()) : work();

    /// <summary>What went wrong, on standard error.</summary>
    public void Complain(string sentence) => _error.WriteLine(sentence);

    /// <summary>Tells people, or gives a script its object, whichever is asked for.</summary>
    public void Answer(object json, Func<IRenderable> people)
    {
        if (_json)
        {
            AnswerScript(json);
        }
        else
        {
            Say(people());
        }
    }

    /// <summary>Gives a script its object, when one was asked for.</summary>
    public void AnswerScript(object json)
    {
        if (_json)
        {
            _output.WriteLine(JsonSerializer.Serialize(json, Json));
        }
    }

    /// <summary>Writes null for what is no finite number: JSON has no word for it, and a figure may be one.</summary>
    private sealed class FiniteNumbers : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value))
            {
                writer.WriteNumberValue(value);
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }
}
