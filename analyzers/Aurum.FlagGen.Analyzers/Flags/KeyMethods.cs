using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Analyzers.Flags;

/// <summary>The methods of engine and manager that take a flag's key as text.</summary>
internal sealed class KeyMethods
{
    private const string KeyParameter = "key";

    private readonly Dictionary<ISymbol, KeyMethod> _methods = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly INamedTypeSymbol? _engine;
    private readonly INamedTypeSymbol? _manager;

    public KeyMethods(Compilation compilation)
    {
        _engine = Add(compilation.GetTypeByMetadataName(RuntimeNames.Engine));
        _manager = Add(compilation.GetTypeByMetadataName(RuntimeNames.Manager));
    }

    /// <summary>What the runtime does with the key, or null where the method is another's or takes none.</summary>
    public KeyMethod? Find(IMethodSymbol method)
    {
        if (!_names.Contains(method.Name))
        {
            return null;
        }

        INamedTypeSymbol type = method.ContainingType;
        bool isOurs = SymbolEqualityComparer.Default.Equals(type, _engine) || SymbolEqualityComparer.Default.Equals(type, _manager);
        return isOurs && _methods.TryGetValue(method, out KeyMethod? found) ? found : null;
    }

    private static KeyMethodKind KindOf(string name) => name switch
    {
        "IsEnabled" or "IsEnabledAsync" => KeyMethodKind.IsEnabled,
        "GetVariant" or "GetVariantAsync" => KeyMethodKind.GetVariant,
        "Evaluate" or "GetDetails" => KeyMethodKind.Evaluate,
        "Explain" or "ExplainAsync" => KeyMethodKind.Explain,
        "Track" => KeyMethodKind.Track,
        "DeleteFlagAsync" => KeyMethodKind.Delete,
        _ => TypeOf(name) is null ? KeyMethodKind.Manage : KeyMethodKind.EvaluateAs,
    };

    private static FlagType? TypeOf(string name) => FlagTypeInfo.All.FirstOrDefault(type => type.Type != FlagType.Variant && type.EngineCalls.Contains(name))?.Type;

    private INamedTypeSymbol? Add(INamedTypeSymbol? type)
    {
        foreach (IMethodSymbol method in type?.GetMembers().OfType<IMethodSymbol>() ?? [])
        {
            if (method.Parameters.FirstOrDefault(static parameter => parameter is { Name: KeyParameter, Type.SpecialType: SpecialType.System_String }) is { } key)
            {
                _names.Add(method.Name);
                _methods.Add(method, new KeyMethod(key.Ordinal, KindOf(method.Name), TypeOf(method.Name), method.Name.EndsWith("Value", StringComparison.Ordinal)));
            }
        }

        return type;
    }
}
