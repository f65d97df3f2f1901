using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Aurum.FlagGen.Architecture.Tests;

public sealed class RuntimeLayerTests
{
    /// <summary>The folder of what is not the runtime's own.</summary>
    private const string OfAnother = "";

    private static readonly ModuleDefinition Runtime = ModuleDefinition.ReadModule(typeof(FeatureFlag).Assembly.Location);

    private static readonly SourceFolders Folders = new("Aurum.FlagGen", Runtime);

    [Theory]
    [InlineData("Diagnostics", "")]
    [InlineData("Guards", "Diagnostics")]
    [InlineData("Usage", "")]
    [InlineData("Definitions", "Manifest,Guards")]
    [InlineData("Contexts", "Manifest,Definitions")]
    [InlineData("Declarations", "Manifest,Definitions")]
    [InlineData("Evaluation", "Manifest,Definitions,Contexts")]
    [InlineData("Stores", "Manifest,Definitions,Diagnostics,Guards,Usage")]
    [InlineData("Engine", "Manifest,Definitions,Diagnostics,Guards,Contexts,Declarations,Evaluation,Usage")]
    [InlineData("Flags", "Manifest,Definitions,Contexts,Declarations,Evaluation,Engine")]
    [InlineData("Following", "Manifest,Definitions,Diagnostics,Guards,Stores,Engine,Usage")]
    [InlineData("Management", "Manifest,Definitions,Diagnostics,Guards,Contexts,Declarations,Evaluation,Stores,Engine,Usage,Following")]
    [InlineData("Hosting", "Manifest,Definitions,Diagnostics,Guards,Declarations,Stores,Engine,Usage,Following,Management")]
    public void Folder_ItsTypes_UseOnlyTheFoldersBelowIt(string folder, string allowed)
    {
        string[] below = [.. allowed.Split(','), folder, OfAnother];

        (string User, string UsedFolder, string Used)[] uses = [.. Folders.UsesOf(folder)];

        uses.ShouldNotBeEmpty();
        uses.Where(use => !below.Contains(use.UsedFolder)).Select(static use => $"{use.User} → {use.UsedFolder}/{use.Used}").ShouldBeEmpty();
    }

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
