using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Aurum.FlagGen.Tests.Background;

/// <summary>A context whose source is gone.</summary>
internal sealed class FailingContext : IReadOnlyDictionary<string, object?>
{
    public IEnumerable<string> Keys => throw Failure();

    public IEnumerable<object?> Values => throw Failure();

    public int Count => throw Failure();

    public object? this[string key] => throw Failure();

    public bool ContainsKey(string key) => throw Failure();

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value) => throw Failure();

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => throw Failure();

    IEnumerator IEnumerable.GetEnumerator() => throw Failure();

    private static InvalidOperationException Failure() => new("The session is gone.");
}
