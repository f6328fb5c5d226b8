using FunSearch.Proposers.Llm;

namespace FunSearch.Tests.Proposers.Llm;

public sealed class InstructionTests
{
    [Fact]
    public void A_chat_model_is_told_to_write_one_method() => Golden.Matches(Instruction.For(BinPacking.Function), "told");
}
