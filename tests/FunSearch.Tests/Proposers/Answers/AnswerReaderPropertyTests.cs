using CsCheck;
using FunSearch.Programs;
using FunSearch.Proposers.Answers;

namespace FunSearch.Tests.Proposers.Answers;

/// <summary>What holds of every answer: methods are generated, and said in all the ways that models say them.</summary>
public sealed class AnswerReaderPropertyTests
{
    private const string Signature = "(double item, double room, double capacity)";

    private static readonly Gen<string> Text = OneOf("", "a", "}", "{", "```", "\\\"", "//", "/*", "Priority_v2(", "\\n```csharp\\n", "return 1;");

    private static readonly Gen<string> Simple = Gen.OneOf(
        Gen.Const("item = item - room;"),
        Gen.Const("room++; // one } more { ```"),
        Gen.Const("/* } ``` */ capacity = 1;"),
        Text.Select(text => $"var n{text.Length} = \"{text}\".Length;"),
        Text.Select(text => $"item += \"{text}\".Length;"),
        Gen.Const("item += \"\"\"\n        ```\n        }\n        \"\"\".Length;"),
        Gen.Const("item += $\"{room}}}\".Length;"),
        Gen.Const("item += '}' + '{';"));

    private static readonly Gen<string> Nested = Gen.Recursive<string>((depth, inner) => depth > 3
        ? Simple
        : Gen.Frequency(
            (3, Simple),
            (1, inner.Select(statement => $"if (item > room) {{ {statement}\n }}")),
            (1, Gen.Select(inner, inner, (then, otherwise) => $"for (var i{depth} = 0; i{depth} < 3; i{depth}++) {{ {then}\n {otherwise}\n }}"))));

    private static readonly Gen<string> Block = Nested.Array[0, 4].Select(statements => $"{{\n    {string.Join("\n    ", statements)}\n    return item;\n}}");

    private static readonly Gen<string> Before = OneOf("", "Here it is.\n\n", "```csharp\n", "Sure! It's `better`:\n```\n", "<think>Hm, { return 2; }</think>\n```cs\n", "public static class C\n{\n");

    private static readonly Gen<string> After = OneOf("", "\n```\n", "\n```\nThis { is } better.", "\n}\n", "\n\n// And another:\ndouble Priority_v3" + Signature + " { return 3; }");

    private static readonly Gen<(string Block, string Answer, int End)> Answers = Gen.Select(
        Block, Before, After, (block, before, after) => (block, $"{before}public static double Priority_v2{Signature}\n{block}{after}", End: $"{before}public static double Priority_v2{Signature}\n{block}".Length));

    [Fact]
    public void The_whole_method_is_taken_and_nothing_else_however_it_is_said() => Answers.Sample(
        answer => Assert.Equal(new Body(answer.Block), Read(answer.Answer).Body),
        iter: 2_000);

    [Fact]
    public void A_truncated_method_is_never_taken_for_a_whole_one() => Gen.Select(Answers, Gen.Double.Unit).Sample(
        (answer, chance) =>
        {
            var cut = answer.Answer[..(int)(chance * (answer.End - 1))];

            Assert.NotEqual(new Body(answer.Block), Read(cut).Body);
            Assert.False(AnswerReader.HoldsTheMethod(cut, BinPacking.Function, 2), cut);
        },
        iter: 2_000);

    [Fact]
    public void Who_stops_listening_when_the_method_is_there_has_heard_all_of_it() => Answers.Sample(
        answer =>
        {
            var heard = Enumerable.Range(1, answer.Answer.Length).Select(length => answer.Answer[..length])
                .FirstOrDefault(said => said[^1] is '}' or ';' && AnswerReader.HoldsTheMethod(said, BinPacking.Function, 2));

            Assert.Equal(new Body(answer.Block), Read(heard ?? "").Body);
        },
        iter: 300);

    [Fact]
    public void Of_two_methods_the_one_that_was_asked_for_is_taken_wherever_it_stands() => Gen.Select(Block, Block, Gen.Bool).Sample(
        (block, other, isFirst) =>
        {
            var asked = $"double Priority_v2{Signature} {block}";
            var parent = $"double Priority_v1{Signature} {other}";

            Assert.Equal(new Body(block), Read(isFirst ? $"{asked}\n{parent}" : $"{parent}\n{asked}").Body);
        },
        iter: 1_000);

    [Fact]
    public void A_method_of_another_name_and_the_same_shape_is_taken_where_there_is_no_other() => Block.Sample(
        block => Assert.Equal(new Body(block), Read($"double Improved{Signature} {block}").Body),
        iter: 500);

    [Fact]
    public void Who_calls_an_older_version_is_told_that_it_was_only_shown() => Gen.Select(Block, Gen.Int[0, 1]).Sample(
        (block, version) =>
        {
            var calling = block.Replace("return item;", $"return Priority_v{version}(item, room, capacity);", StringComparison.Ordinal);

            Assert.Equal($"The method calls Priority_v{version}, which was only shown in the prompt.", Read($"double Priority_v2{Signature} {calling}").NoCode);
        },
        iter: 500);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static Reading Read(string answer) => AnswerReader.Read(answer, BinPacking.Function, version: 2);
}
