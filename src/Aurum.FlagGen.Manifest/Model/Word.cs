namespace Aurum.FlagGen.Manifest.Model;

/// <summary>A word and what it means.</summary>
internal readonly struct Word<T>(string text, T meaning)
    where T : notnull
{
    public string Text { get; } = text;

    public T Meaning { get; } = meaning;
}
