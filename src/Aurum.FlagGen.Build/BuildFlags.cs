using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Build;

/// <summary>The flags of every manifest that takes part in a build, by key, each with the scopes that declare it.</summary>
internal sealed class BuildFlags
{
    private readonly Dictionary<string, SortedSet<string>> _compileTime = new(StringComparer.Ordinal);
    private readonly HashSet<string> _runtime = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> CompileTime => _compileTime.Keys;

    public void Add(string scope, ManifestFlag flag)
    {
        if (!flag.IsCompileTime)
        {
            _runtime.Add(flag.Key);
            return;
        }

        if (!_compileTime.TryGetValue(flag.Key, out SortedSet<string> scopes))
        {
            _compileTime.Add(flag.Key, scopes = new SortedSet<string>(StringComparer.Ordinal));
        }

        scopes.Add(scope);
    }

    /// <summary>The scopes whose manifests declare what an override names, by key alone or as <c>scope/key</c>, for compile time.</summary>
    public IReadOnlyCollection<string> ScopesOf(string name)
    {
        if (_compileTime.TryGetValue(name, out SortedSet<string> scopes))
        {
            return scopes;
        }

        // A key has no slash, and a scope may have some.
        int slash = name.LastIndexOf('/');
        return slash >= 0 && _compileTime.TryGetValue(name.Substring(slash + 1), out scopes) && scopes.Contains(name.Substring(0, slash))
            ? [name.Substring(0, slash)]
            : [];
    }

    public bool IsRuntime(string key) => _runtime.Contains(key);
}
