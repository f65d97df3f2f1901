using System.Text;
using System.Text.RegularExpressions;
using Aurum.FlagGen.Generators.Tests.Driver;
using Aurum.FlagGen.TestKit;
using Microsoft.CodeAnalysis;

namespace Aurum.FlagGen.Generators.Tests.Output;

/// <summary>docs/generated-code.md shows, word for word, what is generated.</summary>
public sealed partial class GeneratedCodePageTests
{
    private const string UpdateVariable = "FLAGGEN_UPDATE_DOCS";

    private static readonly string Page = RepositoryFolder.Combine("docs", "generated-code.md");

    [Fact]
    public void Page_OfTheGeneratedCode_IsUpToDate()
    {
        string expected = MarkedPart().Replace(File.ReadAllText(Page), static match => match.Groups["begin"].Value + Render() + match.Groups["end"].Value);
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            File.WriteAllText(Page, expected);
        }

        File.ReadAllText(Page).ShouldBe(expected, $"What is generated has changed. Run this test with {UpdateVariable}=1 and look at the difference in docs/generated-code.md.");
    }

    private static string Render()
    {
        string manifest = TestManifests.Read("every-feature.flags.json");
        GeneratorRunResult run = GeneratorHarness.For(manifest).Run();
        StringBuilder text = new($"\n## every-feature.flags.json\n\n```json\n{manifest}```\n");
        foreach (GeneratedSourceResult source in run.GeneratedSources.OrderBy(static source => source.HintName, StringComparer.Ordinal))
        {
            string code = Version().Replace(source.SourceText.ToString(), "${before}1.0.0${after}");
            text.Append("\n## " + source.HintName + "\n\n```csharp\n" + code + "```\n");
        }

        return text.Append('\n').ToString();
    }

    [GeneratedRegex("(?<begin><!-- generated: begin -->\n).*(?<end><!-- generated: end -->)", RegexOptions.Singleline)]
    private static partial Regex MarkedPart();

    /// <summary>The version of the package, which must not change the page.</summary>
    [GeneratedRegex("(?<before>GeneratedCode\\(\"Aurum\\.FlagGen\\.Generators\", \")[^\"]+(?<after>\"\\))")]
    private static partial Regex Version();
}
