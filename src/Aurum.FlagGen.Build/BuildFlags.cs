using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Build;

/// <summary>The keys of every manifest that takes part in a build.</summary>
internal sealed class BuildFlags
{
    private readonly HashSet<string> _compileTime = new(StringComparer.Ordinal);
    private readonly HashSet<string> _runtime = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> CompileTime => _compileTime;

    public void Add(ManifestFlag flag) => (flag.IsCompileTime ? _compileTime : _runtime).Add(flag.Key);

    public bool IsCompileTime(string key) => _compileTime.Contains(key);

    public bool IsRuntime(string key) => _runtime.Contains(key);
}
