using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Aurum.FlagGen.Architecture.Tests;

/// <summary>Deciding is a pure function of a compiled flag, a context and an instant.</summary>
public sealed class PurityTests
{
    private static readonly ModuleDefinition Runtime = ModuleDefinition.ReadModule(typeof(FeatureFlag).Assembly.Location);

    private static readonly SourceFolders Folders = new("Aurum.FlagGen", Runtime);

    [Theory]
    [InlineData("System.TimeProvider")]
    [InlineData("Microsoft.Extensions.")]
    [InlineData("System.IO.")]
    [InlineData("System.Threading.Tasks.")]
    [InlineData("System.Diagnostics.Metrics.")]
    [InlineData("Aurum.FlagGen.FlagGenDiagnostics")]
    public void Evaluation_ItsTypes_KnowNoClockLogFileTaskOrMetric(string banned) =>
        Folders.UsesOf("Evaluation")
            .Where(use => use.Used.StartsWith(banned, StringComparison.Ordinal))
            .Select(static use => $"{use.User} → {use.Used}")
            .ShouldBeEmpty();

    /// <summary>An outcome's mark is the number of the cell that counts it: the ledger's alone.</summary>
    [Fact]
    public void Mark_OfAnOutcome_IsWrittenByTheLedgerAlone() =>
        Runtime.GetTypes()
            .Where(static type => type.Methods.Any(static method => method.HasBody && method.Body.Instructions.Any(WritesMark)))
            .Select(static type => type.FullName)
            .ShouldBe(["Aurum.FlagGen.Engine.UsageLedger"]);

    private static bool WritesMark(Instruction instruction) =>
        instruction.Operand is MethodReference { Name: "set_Mark", DeclaringType.Name: "FlagOutcome" };
}
