using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Aurum.FlagGen.Benchmarks.Compilation;

/// <summary>A manifest as the compiler hands it to the generator.</summary>
/// <param name="text">The manifest's text.</param>
internal sealed class ManifestFile(string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

    public override string Path => "/project/flags.json";

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
