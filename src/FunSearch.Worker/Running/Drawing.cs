using System.Text;
using System.Xml;
using System.Xml.Linq;
using FunSearch.Worker.Wire;

namespace FunSearch.Worker.Running;

/// <summary>Draws solutions that another process found, as the specification's <c>[Picture]</c> does.</summary>
/// <param name="at">Told the number of the input before its solution is drawn.</param>
internal sealed class Drawing(LoadedSpecification specification, Action<int> at)
{
    /// <summary><see cref="Drawn"/> or <see cref="Failure"/>.</summary>
    public Message Of(Draw request, InputSet inputs)
    {
        at(request.Input);
        try
        {
            var solution = SolutionJson.Read(request.Solution, specification.SolutionType);
            var text = (string?)specification.Picture!.Call(inputs.Inputs[request.Input], solution);
            return Objection(text) is { } objection ? Refuse(objection) : new Drawn(Encoding.UTF8.GetBytes(text!));
        }
        catch (Exception exception)
        {
            // The user's own code, at work on a solution that may hold anything.
            return Refuse($"threw {exception.Describe()}");
        }

        Failure Refuse(string why) =>
            new(FailureKind.WrongResult, request.Input, $"{specification.Picture!.Name}, marked [Picture], {why}");
    }

    /// <summary>Why a text is no picture that can be sent, or null.</summary>
    private static string? Objection(string? text)
    {
        if (text is null)
        {
            return "gave null. It must give SVG.";
        }

        if (Encoding.UTF8.GetByteCount(text) is var bytes and > Bounds.Picture)
        {
            return $"gave {bytes} bytes. A picture must have at most {Bounds.Picture}.";
        }

        try
        {
            using var reader = XmlReader.Create(new StringReader(text));
            var root = XDocument.Load(reader).Root!.Name.LocalName;
            return root == "svg" ? null : $"gave an XML document of '{root}'. It must be one of 'svg'.";
        }
        catch (XmlException exception)
        {
            return $"gave no SVG: {exception.Message}";
        }
    }
}
