namespace Aurum.FlagGen.Contexts;

/// <summary>An attribute's dotted path, split once.</summary>
internal sealed class AttributePath(string text)
{
    private string? _literal;

    public string Text { get; } = text;

    /// <summary>The path as a literal of the application, where it is one: dictionaries are mostly filled with literals, and find the same object equal without looking at its characters. Asked for with the first dictionary at hand, when its literals exist.</summary>
    public string Literal => _literal ??= string.IsInterned(Text) ?? Text;

    public string[] Parts { get; } = text.Split('.');

    public override string ToString() => Text;
}
