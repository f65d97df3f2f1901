using Microsoft.CodeAnalysis.Operations;

namespace Aurum.FlagGen.Analyzers.Keys;

/// <summary>Knows the calls of Microsoft.FeatureManagement that name a feature.</summary>
internal sealed class ForeignKeyCalls
{
    private const string Namespace = "Microsoft.FeatureManagement";

    private readonly INamedTypeSymbol? _manager;
    private readonly INamedTypeSymbol? _variantManager;
    private readonly INamedTypeSymbol? _gates;

    public ForeignKeyCalls(Compilation compilation)
    {
        _manager = compilation.GetTypeByMetadataName(ForeignKeyNames.Manager);
        _variantManager = compilation.GetTypeByMetadataName(ForeignKeyNames.VariantManager);
        _gates = compilation.GetTypeByMetadataName(ForeignKeyNames.GateExtensions);
        Attribute = compilation.GetTypeByMetadataName(ForeignKeyNames.GateAttribute);
    }

    /// <summary>The attribute that gates what it stands on, or null.</summary>
    public INamedTypeSymbol? Attribute { get; }

    /// <summary>Whether the project knows the package.</summary>
    public bool Exist => _manager is not null || _variantManager is not null || Attribute is not null;

    /// <summary>The names of features that a call gives, as expressions.</summary>
    public IEnumerable<IOperation> FindNames(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        bool isQuestion = method.Name is ForeignKeyNames.IsEnabled or ForeignKeyNames.GetVariant;
        if (isQuestion ? IsOfManager(method) : SymbolEqualityComparer.Default.Equals(method.ContainingType, _gates))
        {
            return call.Arguments.SelectMany(static argument => NamesIn(argument.Value));
        }

        return [];
    }

    /// <summary>The texts of an argument: itself, or the elements that <c>params</c> takes.</summary>
    public static IEnumerable<IOperation> NamesIn(IOperation value) => value switch
    {
        IConversionOperation conversion => NamesIn(conversion.Operand),
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues.SelectMany(NamesIn),
        { Type.SpecialType: SpecialType.System_String } => [value],
        _ => [],
    };

    /// <summary>The two interfaces, their snapshots, the package's classes and its extensions.</summary>
    private bool IsOfManager(IMethodSymbol method)
    {
        INamedTypeSymbol type = method.ContainingType;
        return type.ContainingNamespace?.ToDisplayString() == Namespace
            && (method.IsExtensionMethod || IsManager(type) || type.AllInterfaces.Any(IsManager));
    }

    private bool IsManager(INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(type, _manager) || SymbolEqualityComparer.Default.Equals(type, _variantManager);
}
