using Mono.Cecil;

namespace Aurum.FlagGen.Architecture.Tests;

public sealed class RuntimeLayerTests
{
    private static readonly SourceFolders Folders = new("Aurum.FlagGen", ModuleDefinition.ReadModule(typeof(FeatureFlag).Assembly.Location));

    [Theory]
    [InlineData("Definitions", "Manifest")]
    [InlineData("Contexts", "Manifest,Definitions")]
    [InlineData("Evaluation", "Manifest,Definitions,Contexts")]
    [InlineData("Usage", "")]
    [InlineData("Stores", "Manifest,Definitions,Usage")]
    public void Folder_ItsTypes_UseOnlyTheFoldersBelowIt(string folder, string allowed)
    {
        string[] below = [.. allowed.Split(','), folder, ""];

        (string User, string UsedFolder, string Used)[] uses = [.. Folders.UsesOf(folder)];

        uses.ShouldNotBeEmpty();
        uses.Where(use => !below.Contains(use.UsedFolder)).Select(static use => $"{use.User} → {use.UsedFolder}/{use.Used}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("System.TimeProvider")]
    [InlineData("Microsoft.Extensions.")]
    [InlineData("System.IO.")]
    [InlineData("System.Threading.Tasks.")]
    public void Evaluation_ItsTypes_KnowNoClockLogFileOrTask(string banned) =>
        Folders.UsesOf("Evaluation")
            .Where(use => use.Used.StartsWith(banned, StringComparison.Ordinal))
            .Select(static use => $"{use.User} → {use.Used}")
            .ShouldBeEmpty();
}
