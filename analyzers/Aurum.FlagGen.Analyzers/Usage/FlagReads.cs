using Aurum.FlagGen.Analyzers.Flags;
using Aurum.FlagGen.Manifest.Model;
using Microsoft.CodeAnalysis.Operations;

namespace Aurum.FlagGen.Analyzers.Usage;

/// <summary>Finds reads that can be compared: those whose engine and context are variables, so that they have no effect and mean the same wherever they stand.</summary>
internal sealed class FlagReads(ProjectFlags flags)
{
    private const string Context = "context";

    private static readonly HashSet<string> ReadNames = new(["Match", "Evaluate", "GetDetails", .. FlagTypeInfo.All.SelectMany(static type => type.EngineCalls.Append(type.Getter))], StringComparer.Ordinal);

    /// <summary>Whether a method of a flag, or of an engine, gives the flag's value at once.</summary>
    public static bool IsRead(IMethodSymbol method) => ReadNames.Contains(method.Name);

    public static bool IsCheck(IMethodSymbol method) => method.Name == "IsEnabled";

    /// <summary>The read that a call is, or null where it is none, or none that can be compared.</summary>
    public FlagRead? Find(IOperation? operation) =>
        operation is IInvocationOperation call && IsRead(call.TargetMethod) && FindFlag(call) is { } flag ? Compare(call, flag) : null;

    /// <summary>The same for a call of which one knows the flag that it asks for.</summary>
    public FlagRead? Find(IInvocationOperation call, DeclaredFlag flag) => IsRead(call.TargetMethod) ? Compare(call, flag) : null;

    /// <summary>The variable behind an expression of a flag, a group, the flags or an engine; null for the default engine.</summary>
    public bool TryFindDecider(IOperation? expression, out ISymbol? decider)
    {
        for (; ; )
        {
            decider = null;
            switch (expression)
            {
                case null:
                    return true;
                case IConversionOperation { OperatorMethod: null } conversion:
                    expression = conversion.Operand;
                    continue;
                case IPropertyReferenceOperation property when flags.Symbols.Find(property.Property) is not null || IsEngineOfManager(property.Property):
                    expression = property.Instance;
                    continue;
                case IPropertyReferenceOperation property when IsDefaultEngine(property.Property):
                    return true;
                case IInvocationOperation call when IsWayToFlags(call):
                    expression = call.Arguments[0].Value;
                    continue;
                case IPropertyReferenceOperation { Arguments.IsEmpty: true, Instance: null or IInstanceReferenceOperation } property:
                    decider = property.Property;
                    return true;
                default:
                    decider = FindVariable(expression);
                    return decider is not null;
            }
        }
    }

    private FlagRead? Compare(IInvocationOperation call, DeclaredFlag flag) =>
        TryFindDecider(call.Instance, out ISymbol? decider) && TryFindAsker(call, out ISymbol? asker) ? new FlagRead(flag, call, decider, asker) : null;

    private static bool TryFindAsker(IInvocationOperation call, out ISymbol? asker)
    {
        asker = null;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter?.Name == Context)
            {
                IOperation value = argument.Value;
                while (value is IConversionOperation { OperatorMethod: null } conversion)
                {
                    value = conversion.Operand;
                }

                if (value is IDefaultValueOperation || value.ConstantValue is { HasValue: true, Value: null })
                {
                    return true;
                }

                // A field that may be set elsewhere may be so by what is called in between.
                asker = FindVariable(value) is var variable and not IFieldSymbol { IsReadOnly: false } ? variable : null;
                return asker is not null;
            }
        }

        return true;
    }

    private static ISymbol? FindVariable(IOperation expression) => expression switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        _ => null,
    };

    private static bool IsDefaultEngine(IPropertySymbol property) => property is { IsStatic: true, Name: "Default", ContainingType.Name: "FlagEngine" };

    private static bool IsEngineOfManager(IPropertySymbol property) => property is { Name: "Engine", ContainingType.Name: "FeatureFlagManager" };

    /// <summary><c>engine.GetFeatures()</c>.</summary>
    private static bool IsWayToFlags(IInvocationOperation call) =>
        call is { Instance: null, Arguments.Length: 1, TargetMethod.IsExtensionMethod: true }
        && call.TargetMethod.Parameters[0].Type.Name == "FlagEngine"
        && call.TargetMethod.Name.StartsWith("Get", StringComparison.Ordinal);

    private DeclaredFlag? FindFlag(IInvocationOperation call)
    {
        if (call.Instance is IPropertyReferenceOperation property && flags.Symbols.Find(property.Property)?.Flag is { } found)
        {
            return found;
        }

        KeyMethod? method = flags.KeyMethods.Find(call.TargetMethod);
        return method is null ? null : call.Arguments.Where(argument => argument.Parameter?.Ordinal == method.KeyParameter).Select(argument => flags.Find(argument.Value)).FirstOrDefault();
    }
}
