using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.Package.Tests;

/// <summary>samples/NativeAot has a compile-time flag of each form, all off, and calls a method of its own in each branch.</summary>
[Collection("builds in the repository")]
public sealed class CompileTimeFlagTests : IDisposable
{
    private const string AllOn = "-p:FlagGenOverrides=search.fuzzy=true|search.deep=true|search.preview=true";
    private const string Trimmed = "-p:PublishForm=trimmed";

    private static readonly string[] On = ["ConstOn", "LiteralOn", "SwitchOn"];
    private static readonly string[] Off = ["ConstOff", "LiteralOff", "SwitchOff"];

    private readonly PublishedProgram _program = new();

    public void Dispose() => _program.Dispose();

    [SlowFact]
    public async Task Trimmed_FlagsTurnedAndTurnedBack_LeavesTheDeadBranchesOutEachTime()
    {
        await _program.PublishAsync(Trimmed);
        _program.BranchesInMetadata().ShouldBe(Off);
        (await _program.RunAsync()).ShouldStartWith("search.fuzzy is off\nsearch.deep is off\nsearch.preview is off\nDashboardWidget: True\n");
        long off = _program.Size();

        await _program.PublishAsync(Trimmed, AllOn);
        _program.BranchesInMetadata().ShouldBe(On);
        (await _program.RunAsync()).ShouldStartWith("search.fuzzy is on, with 2 synonyms\nsearch.deep is on\nsearch.preview is on\ncompiled with search.preview\nDashboardWidget: True\n");
        Report("trimmed", off, _program.Size());

        // The switch alone: no code changes, so only the linker's inputs tell that it has to run again.
        await _program.PublishAsync(Trimmed, "-p:FlagGenOverrides=search.fuzzy=true|search.deep=false|search.preview=true");
        _program.BranchesInMetadata().ShouldBe(["ConstOn", "LiteralOn", "SwitchOff"]);
        (await _program.RunAsync()).ShouldStartWith("search.fuzzy is on, with 2 synonyms\nsearch.deep is off\n");

        await _program.PublishAsync(Trimmed);
        _program.BranchesInMetadata().ShouldBe(Off);
        _program.Log.ShouldNotContain("warning");

        // Nothing changed: neither the task nor the compiler nor the linker has anything to do.
        SortedDictionary<string, DateTime> before = PublishedProgram.StepTimes();
        before.Keys.ShouldContain(static file => file.EndsWith("FlagGen.read", StringComparison.Ordinal));
        before.Keys.ShouldContain(static file => file.EndsWith("Link.semaphore", StringComparison.Ordinal));
        await _program.PublishAsync(Trimmed);
        PublishedProgram.StepTimes().ShouldBe(before);
    }

    [SlowFact]
    public async Task NativeAot_FlagsTurned_LeavesTheDeadBranchesOut()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The symbols of a native program are looked at as Linux keeps them.");
        _ = RequiredTool.Linker;

        await _program.PublishAsync();
        (await _program.BranchesInSymbolsAsync()).ShouldBe(Off);
        _program.Log.ShouldNotContain("warning");
        long off = _program.Size();

        await _program.PublishAsync(AllOn);
        (await _program.BranchesInSymbolsAsync()).ShouldBe(On);
        _program.Log.ShouldNotContain("warning");
        Report("native", off, _program.Size());

        SortedDictionary<string, DateTime> before = PublishedProgram.StepTimes();
        before.Keys.ShouldContain(static file => file.EndsWith("NativeAot.o", StringComparison.Ordinal));
        await _program.PublishAsync(AllOn);
        PublishedProgram.StepTimes().ShouldBe(before);
    }

    [SlowFact]
    public async Task NativeAot_FlagsOfEveryType_AnswerAsTheyDoElsewhere()
    {
        _ = RequiredTool.Linker;

        await _program.PublishAsync();

        string[] lines = (await _program.RunAsync()).Split('\n');
        lines.ShouldContain("DashboardWidget: True");
        lines.ShouldContain("Text: Hello");
        lines.ShouldContain("PageSize: 20");
        lines.ShouldContain("Boost: 1.5");
        lines.ShouldContain("Theme: #fff");
        lines.ShouldContain("Limits: 3");
        lines.ShouldContain("flags in the file: 10");
        lines.ShouldContain("the widget, by its key: True");
        lines.ShouldContain("  rule 0 'Admins of a new version' matches");
    }

    [SlowTheory]
    [InlineData("search.fuzy=true", "FlagGenOverrides names 'search.fuzy', which no manifest of this build declares. Did you mean 'search.fuzzy'? The compile-time flags are: search.deep, search.fuzzy, search.preview.")]
    [InlineData("search.fuzzy=yes", "FlagGenOverrides gives 'search.fuzzy' the value 'yes'; write 'search.fuzzy=true' or 'search.fuzzy=false'.")]
    [InlineData("search.fuzzy", "FlagGenOverrides names 'search.fuzzy' without a value; write 'search.fuzzy=true' or 'search.fuzzy=false'.")]
    [InlineData("banner.text=true", "FlagGenOverrides names 'banner.text', which is decided at run time and cannot be fixed by the build; give it \"evaluation\": \"compile_time\" in the manifest, or change it in the store.")]
    public async Task Override_ThatDoesNotFit_FailsTheBuildAndSaysHowToWriteIt(string overrides, string expected)
    {
        DotnetResult build = await Dotnet.TryAsync(RepositoryFolder.Combine("samples", "NativeAot"), "build", "--no-restore", "--no-dependencies", "-p:FlagGenOverrides=" + overrides);

        build.ExitCode.ShouldNotBe(0);
        build.Lines("error AFG1202").First().ShouldContain("error AFG1202: " + expected);
    }

    /// <summary>The sizes that docs/compile-time.md names: with the branch goes the reader of XML that only it needs.</summary>
    private static void Report(string form, long off, long on)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{form}: {off:N0} bytes with the flags off, {on:N0} with them on");
        (on - off).ShouldBeGreaterThan(50_000);
    }
}
