using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Aurum.FlagGen.Analyzers.Manifest;
using Aurum.FlagGen.Manifest.Model;
using Microsoft.CodeAnalysis.Operations;

namespace Aurum.FlagGen.Analyzers.Flags;

/// <summary>The flags of a project's manifests, and how code reaches them. Made once for a compilation, and shared by all analyzers and fixes.</summary>
internal sealed class ProjectFlags
{
    private const string MainName = "flags.json";

    private static readonly ConditionalWeakTable<Compilation, ProjectFlags> ByCompilation = new();

    private readonly Dictionary<string, DeclaredFlag> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Scope, string Key), DeclaredFlag> _all = [];
    private readonly ImmutableArray<AdditionalText> _files;
    private readonly Lazy<GeneratedSymbols> _symbols;
    private readonly Lazy<KeyMethods> _keyMethods;
    private readonly Lazy<HashSet<string>> _referencedKeys;
    private readonly Lazy<HashSet<string>> _createdKeys;
    private readonly Lazy<bool> _mayHaveAmbientContext;

    private ProjectFlags(Compilation compilation, AnalyzerOptions options, CancellationToken token)
    {
        _files = options.AdditionalFiles;
        Manifests = [.. ProjectManifests.Read(options, token).Select(manifest => Place(manifest, compilation))];
        List<DeclaredFlag> flags = [];
        foreach (ProjectManifest manifest in Manifests)
        {
            foreach (ManifestFlag flag in manifest.Manifest.Flags)
            {
                flags.Add(new DeclaredFlag(flag, manifest, flags.Count));
            }
        }

        foreach (DeclaredFlag flag in flags)
        {
            if (!_byKey.ContainsKey(flag.Key))
            {
                _byKey.Add(flag.Key, flag);
            }

            if (!_all.ContainsKey((flag.Manifest.Names.Scope, flag.Key)))
            {
                _all.Add((flag.Manifest.Names.Scope, flag.Key), flag);
            }
        }

        Count = flags.Count;
        _symbols = new Lazy<GeneratedSymbols>(() => new GeneratedSymbols(compilation, Manifests, flags.ToLookup(static flag => flag.Manifest)));
        _keyMethods = new Lazy<KeyMethods>(() => new KeyMethods(compilation));
        _referencedKeys = new Lazy<HashSet<string>>(() => ReferencedKeys.Find(compilation));
        _createdKeys = new Lazy<HashSet<string>>(() => CreatedKeys.Find(compilation, CancellationToken.None));
        _mayHaveAmbientContext = new Lazy<bool>(() => AmbientContexts.MayBeSet(compilation, CancellationToken.None));
    }

    public IReadOnlyList<ProjectManifest> Manifests { get; }

    /// <summary>The manifest that a new flag belongs to, unless somebody says otherwise: one that the project owns and that is named just <c>flags.json</c>, as far as there is one, nearest to the root.</summary>
    public ProjectManifest MainManifest => Manifests
        .OrderByDescending(static manifest => (manifest.IsOwned, Path.GetFileName(manifest.Path) == MainName))
        .ThenBy(static manifest => manifest.Path.Length)
        .First();

    /// <summary>The declared flags; of flags with one scope and key, the first.</summary>
    public IReadOnlyCollection<DeclaredFlag> All => _all.Values;

    /// <summary>How many flags the manifests declare, those with another's key included.</summary>
    public int Count { get; }

    public GeneratedSymbols Symbols => _symbols.Value;

    public KeyMethods KeyMethods => _keyMethods.Value;

    /// <summary>Whether a key that is not found is not declared: every manifest could be read to its end.</summary>
    public bool AreComplete => Manifests.All(static manifest => manifest.IsComplete);

    /// <summary>Whether a read that is given no context may find an ambient one. Costly the first time.</summary>
    public bool MayHaveAmbientContext => _mayHaveAmbientContext.Value;

    /// <summary>The flags of a project, or null where it has no manifest.</summary>
    public static ProjectFlags? For(Compilation compilation, AnalyzerOptions options, CancellationToken token)
    {
        if (!ByCompilation.TryGetValue(compilation, out ProjectFlags? flags) || flags._files != options.AdditionalFiles)
        {
            ProjectFlags read = new(compilation, options, token);
            flags = ByCompilation.GetValue(compilation, _ => read);

            // An editor may change a manifest beneath a compilation that it keeps.
            flags = flags._files == options.AdditionalFiles ? flags : read;
        }

        return flags.Manifests.Count > 0 ? flags : null;
    }

    /// <summary>The flag that one of the project's manifests declares, or null. Of several that have the key, each in its scope, the first.</summary>
    public DeclaredFlag? Find(string key) => _byKey.TryGetValue(key, out DeclaredFlag? flag) ? flag : null;

    /// <summary>The flag whose key an expression is, or null where it is no constant, or none that is declared here.</summary>
    public DeclaredFlag? Find(IOperation key)
    {
        if (key.ConstantValue is not { HasValue: true, Value: string text })
        {
            return null;
        }

        // A generated constant says of which manifest the key is.
        return key is IFieldReferenceOperation { Field: var field }
            && Symbols.FindManifest(field) is { } manifest
            && _all.TryGetValue((manifest.Names.Scope, text), out DeclaredFlag? flag)
                ? flag
                : Find(text);
    }

    /// <summary>Whether a project that this one refers to declares a key, or the code makes a flag of it. Costly the first time; ask only about keys that are not found here.</summary>
    public bool IsDeclaredElsewhere(string key) => _referencedKeys.Value.Contains(key) || _createdKeys.Value.Contains(key);

    /// <summary>A manifest that names no namespace has that of the project which owns it; what is generated there tells which that is.</summary>
    private static ProjectManifest Place(ProjectManifest manifest, Compilation compilation) =>
        !manifest.IsOwned
        && manifest.Manifest.Namespace is null
        && ReferencedKeys.FindNamespace(compilation, manifest.Names.ClassName, new HashSet<string>(manifest.Manifest.Flags.Select(static flag => flag.Key), StringComparer.Ordinal)) is { } space
            ? manifest.WithNamespace(space)
            : manifest;
}
