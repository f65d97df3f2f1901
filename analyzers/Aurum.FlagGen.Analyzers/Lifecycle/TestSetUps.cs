using Aurum.FlagGen.Analyzers.Flags;
using Microsoft.CodeAnalysis.Operations;

namespace Aurum.FlagGen.Analyzers.Lifecycle;

/// <summary>Finds the flags that a test forces to a value, or makes an engine of.</summary>
internal sealed class TestSetUps
{
    private const string KeyProperty = "Key";

    private readonly ProjectFlags _flags;
    private readonly HashSet<ISymbol> _forcing = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _defining = new(SymbolEqualityComparer.Default);
    private readonly INamedTypeSymbol? _matrix;
    private readonly INamedTypeSymbol? _definition;

    public TestSetUps(Compilation compilation, ProjectFlags flags)
    {
        _flags = flags;
        _matrix = compilation.GetTypeByMetadataName(TestingNames.Matrix);
        _definition = compilation.GetTypeByMetadataName(TestingNames.Definition);
        Add(_forcing, compilation, TestingNames.Overrides);
        Add(_forcing, compilation, TestingNames.Combinations);
        Add(_defining, compilation, TestingNames.Engines);
        Add(_defining, compilation, TestingNames.Services);
    }

    /// <summary>Whether an expression names a flag in a set-up, and so does not ask for it.</summary>
    public static bool Contain(IOperation name)
    {
        IOperation? around = name.Parent;
        while (around is IConversionOperation or IArgumentOperation or IArrayInitializerOperation or IArrayCreationOperation or ICollectionExpressionOperation)
        {
            around = around.Parent;
        }

        ITypeSymbol? type = (around as IInvocationOperation)?.TargetMethod.ContainingType ?? (around as IObjectCreationOperation)?.Type;
        return type?.ToDisplayString() is TestingNames.Overrides or TestingNames.Combinations or TestingNames.Matrix;
    }

    /// <summary>The expressions by which a call names the flags that it forces, and the flags.</summary>
    public IEnumerable<(IOperation Name, DeclaredFlag Flag)> Find(IInvocationOperation call)
    {
        if (_forcing.Contains(call.TargetMethod.ContainingType))
        {
            return call.Arguments.SelectMany(argument => Named(argument.Value));
        }

        return _defining.Contains(call.TargetMethod.ContainingType) ? call.Arguments.SelectMany(argument => Defined(argument.Value)) : [];
    }

    /// <summary>As for a call.</summary>
    public IEnumerable<(IOperation Name, DeclaredFlag Flag)> Find(IAttributeOperation attribute) =>
        attribute.Operation is IObjectCreationOperation creation && SymbolEqualityComparer.Default.Equals(creation.Type, _matrix)
            ? creation.Arguments.SelectMany(argument => Named(argument.Value))
            : [];

    private static void Add(HashSet<ISymbol> types, Compilation compilation, string name)
    {
        if (compilation.GetTypeByMetadataName(name) is { } type)
        {
            types.Add(type);
        }
    }

    private static IEnumerable<IOperation> ElementsOf(IOperation value) => value switch
    {
        IConversionOperation conversion => ElementsOf(conversion.Operand),
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues.SelectMany(ElementsOf),
        ICollectionExpressionOperation collection => collection.Elements.SelectMany(ElementsOf),
        _ => [value],
    };

    private IEnumerable<(IOperation Name, DeclaredFlag Flag)> Named(IOperation value)
    {
        foreach (IOperation element in ElementsOf(value))
        {
            DeclaredFlag? flag = element is IPropertyReferenceOperation property ? _flags.Symbols.Find(property.Property)?.Flag : null;
            if ((flag ?? _flags.Find(element)) is { } found)
            {
                yield return (element, found);
            }
        }
    }

    private IEnumerable<(IOperation Name, DeclaredFlag Flag)> Defined(IOperation value) =>
        from element in ElementsOf(value)
        where element is IObjectCreationOperation && SymbolEqualityComparer.Default.Equals(element.Type, _definition)
        from assignment in ((IObjectCreationOperation)element).Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? []
        where assignment.Target is IPropertyReferenceOperation { Property.Name: KeyProperty }
        let flag = _flags.Find(assignment.Value)
        where flag is not null
        select (assignment.Value, flag);
}
