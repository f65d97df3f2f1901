namespace Aurum.FlagGen.Contexts;

/// <summary>An attribute's dotted path, split once.</summary>
internal sealed class AttributePath(string text)
{
    public string Text { get; } = text;

    public string[] Parts { get; } = text.Split('.');

    public override string ToString() => Text;
}
