namespace Aurum.FlagGen.Manifest.Model;

/// <summary>The words that a member takes, and what each means.</summary>
internal sealed class WordList<T>
    where T : notnull
{
    private readonly Dictionary<string, T> _meanings;
    private readonly Dictionary<T, string> _wordFor;
    private readonly string[] _words;

    public WordList(params (string Word, T Meaning)[] words)
    {
        _meanings = words.ToDictionary(static pair => pair.Word, static pair => pair.Meaning, StringComparer.Ordinal);
        _wordFor = words.ToDictionary(static pair => pair.Meaning, static pair => pair.Word);
        _words = [.. words.Select(static pair => pair.Word)];
    }

    /// <summary>Every word, in the order in which they are explained.</summary>
    public IReadOnlyList<string> Words => _words;

    public bool TryFind(string word, out T meaning) => _meanings.TryGetValue(word, out meaning!);

    /// <summary>The word's meaning, or the default of its type where there is no such word.</summary>
    public T? Find(string word) => _meanings.TryGetValue(word, out T? meaning) ? meaning : default;

    /// <summary>The word that means this.</summary>
    public string WordFor(T meaning) => _wordFor[meaning];
}
