using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Aurum.FlagGen.TestKit.Roslyn;

/// <summary>An additional file that lies in memory.</summary>
internal sealed class ManifestAdditionalText(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text);

    public override string Path { get; } = path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
