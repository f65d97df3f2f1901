using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.Package.Tests;

/// <summary>What a user hears whose project the package cannot serve, or whose manifest is at fault: one sentence with a code, and every error of the manifest.</summary>
public sealed class TrialTests(TrialBuilds builds) : IClassFixture<TrialBuilds>
{
    /// <summary>Where the C# does not parse the compiler stops before its generators run, and where a declaration does not bind before its analyzers; where all is sound, the manifest's errors are the only ones.</summary>
    [SlowTheory]
    [InlineData("WrongDefault", "AFG1011", true)]
    [InlineData("WrongTwice", "AFG1010 AFG1011", true)]
    [InlineData("WrongType", "AFG1010", false)]
    [InlineData("WrongNamespace", "AFG1031", false)]
    [InlineData("WrongRoot", "AFG1005", false)]
    [InlineData("LostBrace", "AFG1001", false)]
    [InlineData("Unparsed", "AFG1010 AFG1011", false)]
    [InlineData("Unbound", "AFG1010 AFG1011", false)]
    [InlineData("LostSource", "AFG1010 AFG1011", false)]
    public void Manifest_AtFault_HasEachErrorPrintedOnce(string project, string codes, bool isCodeSound)
    {
        string[] faults = builds.Faults(project + ".csproj");

        string[] found = [.. faults.Select(CodeOf).Where(static code => code.StartsWith("AFG", StringComparison.Ordinal)).Order()];
        string.Join(' ', found).ShouldBe(codes, customMessage: builds.Output);
        faults.Where(static fault => fault.Contains("error AFG", StringComparison.Ordinal)).ShouldAllBe(fault => fault.StartsWith(Path.Combine(project, "flags.json") + "(", StringComparison.Ordinal));
        faults.Any(static fault => CodeOf(fault).StartsWith("CS", StringComparison.Ordinal)).ShouldBe(!isCodeSound);
        faults.ShouldBeUnique(builds.Output);
        builds.IsBuilt(project).ShouldBeFalse(builds.Output);
    }

    [SlowTheory]
    [InlineData("UnparsedTwins.csproj", "AFG1050")]
    [InlineData("UnparsedSymbols.csproj", "AFG1008")]
    public void Manifests_ThatMeet_AreReportedBesideCodeThatDoesNotParse(string project, string code)
    {
        string[] faults = builds.Faults(project);

        faults.Count(fault => fault.Contains("error " + code, StringComparison.Ordinal)).ShouldBe(1, builds.Output);
        faults.ShouldContain(static fault => CodeOf(fault).StartsWith("CS", StringComparison.Ordinal), builds.Output);
    }

    [SlowTheory]
    [InlineData("Advised", "AFG1105")]
    [InlineData("Lowered", "AFG1011")]
    public void Manifest_WithWarningsAlone_IsBuiltAndHasEachPrintedOnce(string project, string code)
    {
        string fault = builds.Faults(project + ".csproj").ShouldHaveSingleItem(builds.Output);

        fault.ShouldStartWith(Path.Combine(project, "flags.json") + "(");
        fault.ShouldContain("warning " + code);
        builds.IsBuilt(project).ShouldBeTrue(builds.Output);
    }

    [SlowFact]
    public void Manifest_WithWarningsAlone_LeavesToTheCompilerWhatItPrints()
    {
        string[] faults = builds.Faults("UnparsedAdvised.csproj");

        faults.ShouldNotBeEmpty();
        faults.ShouldAllBe(static fault => fault.Contains("error CS", StringComparison.Ordinal), builds.Output);
    }

    [SlowTheory]
    [InlineData("OldLanguage.csproj", "error AFG1054: What is generated from 'flags.json' needs C# 12 or later and this project sets LangVersion to '10'; remove LangVersion")]
    [InlineData("Visual.vbproj", "error AFG1053: Accessors are generated in C# and this project is in Visual Basic, so nothing would come of 'flags.json'; keep the manifest in a C# library")]
    [InlineData("Functional.fsproj", "error AFG1053: Accessors are generated in C# and this project is in F#, so nothing would come of 'flags.json'; keep the manifest in a C# library")]
    [InlineData("Misspelt.csproj", "error AFG1055: A FlagManifest item has the unknown Accessibility 'privat'; write public or internal.")]
    [InlineData("Missing.csproj", "error AFG1052: The manifest '")]
    [InlineData("Utf16.csproj", "error AFG1052: The manifest 'Utf16/flags.json' is not UTF-8; save it in that encoding.")]
    [InlineData("Latin1.csproj", "error AFG1052: The manifest 'Latin1/flags.json' is not UTF-8; save it in that encoding.")]
    [InlineData("Shop.Tests.csproj", "error AFG1051: The manifest generates the class 'F.Features', which the referenced 'Shop' has already, so nothing is generated here; take the manifest with EmitAccessors=\"false\"")]
    [InlineData("Xunit2.csproj", "error AFG4002: Aurum.FlagGen.Testing.Xunit is for xunit.v3, and this project refers to xunit 2; replace the package 'xunit' by 'xunit.v3'")]
    public void Project_ThatCannotBeServed_HearsOneSentence(string project, string expected)
    {
        string[] faults = builds.Faults(project);

        faults.ShouldHaveSingleItem(builds.Output).ShouldContain(expected);
    }

    [SlowFact]
    public void Project_OfAnOlderFramework_IsRefusedByItsRestore()
    {
        string[] faults = builds.Faults("OldFramework.csproj");

        faults.ShouldContain(static fault => fault.Contains("error NU1202: Package Aurum.FlagGen", StringComparison.Ordinal) && fault.Contains("net10.0", StringComparison.Ordinal), builds.Output);
        faults.ShouldNotContain(static fault => fault.Contains(": error CS", StringComparison.Ordinal));
    }

    /// <summary>NuGet warns (NU1608) of each package that does not fit.</summary>
    [SlowFact]
    public void Project_OfAnOlderXunitV3_HearsOneSentenceBesideNuGet()
    {
        string[] errors = [.. builds.Faults("Xunit3.csproj").Where(static fault => fault.Contains("error ", StringComparison.Ordinal))];

        errors.ShouldHaveSingleItem(builds.Output).ShouldContain(
            "error AFG4003: Aurum.FlagGen.Testing.Xunit is for xunit.v3 4.0.0 or later, and this project refers to xunit.v3 3.2.2, beside which no test would start; set the version of 'xunit.v3' to 4.0.0 or later");
    }

    [SlowFact]
    public void FlagsJson_OfAnotherTool_IsToldHowToBeLeftOut()
    {
        string[] faults = builds.Faults("App.csproj");

        faults.ShouldHaveSingleItem(builds.Output).ShouldContain("EnableDefaultFlagManifest");
    }

    [SlowTheory]
    [InlineData("Sound")]
    [InlineData("Foreign/Lib")]
    [InlineData("Shared/Shop")]
    [InlineData("Shared/Shop.Reader")]
    [InlineData("Internal/Hidden")]
    [InlineData("Internal/HidingApp")]
    public void Project_BesideThem_IsBuiltWithoutAWarning(string folder)
    {
        builds.Faults(Path.GetFileName(folder) + ".csproj").ShouldBeEmpty(builds.Output);
        builds.IsBuilt(folder).ShouldBeTrue(builds.Output);
    }

    private static string CodeOf(string fault)
    {
        int start = fault.IndexOf("error ", StringComparison.Ordinal);
        start = start < 0 ? fault.IndexOf("warning ", StringComparison.Ordinal) + "warning ".Length : start + "error ".Length;
        return fault[start..fault.IndexOf(':', start)];
    }
}
