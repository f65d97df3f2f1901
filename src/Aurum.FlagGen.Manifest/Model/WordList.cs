namespace Aurum.FlagGen.Manifest.Model;

/// <summary>The words that a member takes, and what each means.</summary>
/// <remarks>A handful of words is searched as fast one by one. A dictionary over each enumeration is code of its own, which a process that starts would have to compile first.</remarks>
internal sealed class WordList<T>
    where T : notnull
{
    private readonly string[] _words;
    private readonly T[] _meanings;

    public WordList(params Word<T>[] words)
    {
        _words = new string[words.Length];
        _meanings = new T[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            _words[i] = words[i].Text;
            _meanings[i] = words[i].Meaning;
        }
    }

    /// <summary>Every word, in the order in which they are explained.</summary>
    public IReadOnlyList<string> Words => _words;

    public bool TryFind(string word, out T meaning)
    {
        for (int i = 0; i < _words.Length; i++)
        {
            if (_words[i] == word)
            {
                meaning = _meanings[i];
                return true;
            }
        }

        meaning = default!;
        return false;
    }

    /// <summary>The word's meaning, or the default of its type where there is no such word.</summary>
    public T? Find(string word) => TryFind(word, out T meaning) ? meaning : default;

    /// <summary>The word that means this.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No word does.</exception>
    public string WordFor(T meaning)
    {
        for (int i = 0; i < _meanings.Length; i++)
        {
            if (_meanings[i].Equals(meaning))
            {
                return _words[i];
            }
        }

        throw new ArgumentOutOfRangeException(nameof(meaning), meaning, "There is no word for this value in a manifest; give one that its enumeration names.");
    }
}
