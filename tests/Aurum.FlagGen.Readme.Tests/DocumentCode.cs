using System.Text.RegularExpressions;
using Aurum.FlagGen.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aurum.FlagGen.Readme.Tests;

/// <summary>
/// A block of C# in a document. A comment before it, which readers do not see, says that it compiles and what stands before it there:
/// <c>&lt;!-- compile … --&gt;</c>. Braces that are open at its end are closed. It is compiled over the README's manifest, or over the JSON before it in the
/// document: <c>&lt;!-- compile over the manifest above … --&gt;</c>. Files of the <see cref="Tour"/> are left out.
/// </summary>
/// <param name="Document">The file's path in the repository.</param>
/// <param name="Line">Where the code begins, from 1.</param>
/// <param name="Source">The whole source; null where no comment says that the block compiles.</param>
/// <param name="Manifest">The manifest over which it compiles.</param>
internal sealed partial record DocumentCode(string Document, int Line, string? Source, string Manifest)
{
    public OutputKind Kind => CSharpSyntaxTree.ParseText(Source!).GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any()
        ? OutputKind.ConsoleApplication
        : OutputKind.DynamicallyLinkedLibrary;

    public static IEnumerable<DocumentCode> Read(string document)
    {
        string text = File.ReadAllText(RepositoryFolder.Combine(document));
        foreach (Match block in Blocks().Matches(text).Where(static block => !block.Groups["tour"].Success))
        {
            Group code = block.Groups["code"];
            yield return new DocumentCode(
                document,
                text.AsSpan(0, code.Index).Count('\n') + 1,
                block.Groups["before"] is { Success: true } before ? Close($"{before.Value}\n{code.Value}") : null,
                block.Groups["own"].Success ? ManifestBefore(text, block.Index) : Tour.Manifest);
        }
    }

    /// <summary>The last block of JSON before a place in a document.</summary>
    public static string ManifestBefore(string text, int index) => Manifests().Matches(text[..index])[^1].Groups["json"].Value;

    private static string Close(string source) =>
        source + new string('}', Math.Max(0, source.Count(static c => c == '{') - source.Count(static c => c == '}')));

    [GeneratedRegex(@"(?:(?<tour><!-- tour: \S+ -->\n)|<!-- compile(?<own> over the manifest above)?\b(?<before>(?:(?!-->).)*)-->\n)?```csharp\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"```json\n(?<json>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Manifests();
}
