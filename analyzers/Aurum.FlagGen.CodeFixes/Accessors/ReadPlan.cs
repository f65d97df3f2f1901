using Aurum.FlagGen.Analyzers.Flags;
using Aurum.FlagGen.CodeFixes.Source;
using Aurum.FlagGen.Manifest.Model;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Aurum.FlagGen.CodeFixes.Accessors;

/// <summary>How a read by key becomes a read by the flag's member: of the same engine, for the same context.</summary>
internal sealed class ReadPlan
{
    private const string Context = "context";
    private const string UserContext = "userContext";
    private const string FeatureContext = "featureContext";
    private const string EventName = "eventName";
    private const string DefaultValue = "defaultValue";

    private readonly string _accessor;
    private readonly string _member;
    private readonly string? _contextFactory;
    private readonly int[] _arguments;

    private ReadPlan(string accessor, string member, string? contextFactory, int[] arguments)
    {
        _accessor = accessor;
        _member = member;
        _contextFactory = contextFactory;
        _arguments = arguments;
    }

    /// <summary>Whether the flag's class is named with its namespace, because its short name means another there.</summary>
    public bool IsQualified => _accessor.StartsWith("global::", StringComparison.Ordinal);

    /// <summary>The edit for a call whose member gives what the call gave; null where that is not certain.</summary>
    public static SourceEdit? Prepare(SourceToFix source, KeyCall call)
    {
        ExpressionSyntax? target = FindResult(call);
        bool takesValue = call.Method.GivesValue;
        if (!takesValue && target is { Parent: MemberAccessExpressionSyntax { Name.Identifier.Text: "Value" } access } && IsEvaluation(call.Method.Kind))
        {
            takesValue = true;
            target = access;
        }

        if (target is null || MemberFor(call, takesValue) is not { } member || Create(source, call, member) is not { } plan)
        {
            return null;
        }

        return new SourceEdit(target, node => plan.Write(CallIn((ExpressionSyntax)node)), plan.IsQualified ? null : call.Flag.Manifest) { Title = plan.TitleFor(call) };
    }

    /// <summary>
    /// The plan for a member that takes the call's context; null where an argument would be lost that does something, and where a using that is needed would make
    /// another class of that name ambiguous.
    /// </summary>
    public static ReadPlan? Create(SourceToFix source, KeyCall call, string member)
    {
        string accessor = AccessorOf(source, call);
        if (accessor[0] == '.' && source.IsHidden(call.Flag, call.Syntax.SpanStart))
        {
            return null;
        }

        Dictionary<string, int> arguments = [];
        foreach (IArgumentOperation argument in call.Call.Arguments.Where(static argument => argument.ArgumentKind == ArgumentKind.Explicit))
        {
            arguments[argument.Parameter!.Name] = call.Syntax.ArgumentList.Arguments.IndexOf((ArgumentSyntax)argument.Syntax);
            if (argument.Parameter.Name == DefaultValue && !IsWithoutEffect(argument.Value))
            {
                return null;
            }
        }

        bool makesContext = arguments.ContainsKey(UserContext);
        string[] wanted = makesContext ? [UserContext, FeatureContext] : [Context, EventName];
        string? factory = makesContext ? NameOfContext(source, call.Syntax.SpanStart) + ".From" : null;
        return new ReadPlan(accessor, member, factory, [.. wanted.Where(arguments.ContainsKey).Select(name => arguments[name])]);
    }

    /// <summary>What is written in place of the key: the member of the engine that the code has is not the one of the static class.</summary>
    public string TitleFor(KeyCall call) => $"Use '{AccessorFrom(call.Syntax)}'";

    /// <summary>What stands for the call's whole result: the call itself, or where it is awaited, the awaiting. Null where a task is passed on.</summary>
    public static ExpressionSyntax? FindResult(KeyCall call)
    {
        if (!call.Call.TargetMethod.Name.EndsWith("Async", StringComparison.Ordinal))
        {
            return call.Syntax;
        }

        ExpressionSyntax task = call.Syntax is { Parent: MemberAccessExpressionSyntax { Name.Identifier.Text: "ConfigureAwait", Parent: InvocationExpressionSyntax configured } } ? configured : call.Syntax;
        return task.Parent is AwaitExpressionSyntax awaiting ? awaiting.Parent is ParenthesizedExpressionSyntax inParentheses ? inParentheses : awaiting : null;
    }

    /// <summary>The call within its result, after others within it may have been replaced.</summary>
    public static InvocationExpressionSyntax CallIn(ExpressionSyntax result) => result switch
    {
        AwaitExpressionSyntax awaiting => CallIn(awaiting.Expression),
        ParenthesizedExpressionSyntax inParentheses => CallIn(inParentheses.Expression),
        MemberAccessExpressionSyntax access => CallIn(access.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "ConfigureAwait" } configured } => CallIn(configured.Expression),
        _ => (InvocationExpressionSyntax)result,
    };

    public ExpressionSyntax Write(InvocationExpressionSyntax call)
    {
        ArgumentSyntax[] arguments = [.. _arguments.Select(index => call.ArgumentList.Arguments[index].WithNameColon(null).WithoutLeadingTrivia())];
        if (_contextFactory is not null)
        {
            arguments = [SyntaxFactory.Argument(SyntaxFactory.InvocationExpression(SyntaxFactory.ParseExpression(_contextFactory), ListOf(arguments)))];
        }

        // Without one, the ambient context answers, which is what null says as well.
        if (arguments.Length == 1 && arguments[0].Expression.IsKind(SyntaxKind.NullLiteralExpression))
        {
            arguments = [];
        }

        return SyntaxFactory.InvocationExpression(SyntaxFactory.ParseExpression(AccessorFrom(call) + "." + _member), ListOf(arguments));
    }

    private string AccessorFrom(InvocationExpressionSyntax call) =>
        _accessor[0] == '.' ? ((MemberAccessExpressionSyntax)call.Expression).Expression.WithoutTrivia() + _accessor : _accessor;

    private static ArgumentListSyntax ListOf(ArgumentSyntax[] arguments) => SyntaxFactory.ArgumentList(SyntaxFactory.SeparatedList(
        arguments, Enumerable.Repeat(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), Math.Max(0, arguments.Length - 1))));

    /// <summary>The member of the same meaning. Evaluations of another type than the flag's are wrong anyway, and take the flag's.</summary>
    private static string? MemberFor(KeyCall call, bool takesValue)
    {
        if (call.Flag.Flag.IsCompileTime)
        {
            // Its member has a value and nothing to tell of it.
            return call.Method.Kind == KeyMethodKind.IsEnabled || takesValue ? call.Flag.Getter : null;
        }

        bool isExact = call.Method.ValueType == call.Flag.Flag.Type && !HasPayload(call.Flag);
        return call.Method.Kind switch
        {
            KeyMethodKind.IsEnabled or KeyMethodKind.Explain or KeyMethodKind.Track => call.Method.Kind.ToString(),
            KeyMethodKind.GetVariant => call.Method.Fits(call.Flag) ? null : call.Flag.Getter,
            KeyMethodKind.Evaluate => null,
            _ when isExact || !call.Method.Fits(call.Flag) => takesValue ? call.Flag.Getter : nameof(KeyMethodKind.Evaluate),
            _ => null,
        };
    }

    private static bool HasPayload(DeclaredFlag flag) => flag.Flag.Node[FlagMembers.PayloadSchema.Name] is not null;

    private static bool IsEvaluation(KeyMethodKind kind) => kind is not (KeyMethodKind.IsEnabled or KeyMethodKind.GetVariant or KeyMethodKind.Explain or KeyMethodKind.Track);

    private static bool IsWithoutEffect(IOperation value) =>
        value.ConstantValue.HasValue || value is IDefaultValueOperation or ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation;

    /// <summary>The flag's member of the static class for the default engine, else of the engine that the code has, after it: <c>.GetFeatures().NewNav</c>.</summary>
    private static string AccessorOf(SourceToFix source, KeyCall call)
    {
        string className = call.Flag.Manifest.Names.ClassName;
        if (call.Call.Instance is not IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Default" } })
        {
            string engine = call.Call.TargetMethod.ContainingType.Name == "FeatureFlagManager" ? ".Engine" : "";
            return $"{engine}.Get{className}().{string.Join(".", call.Flag.Flag.AccessorPath)}";
        }

        return source.IsHidden(call.Flag, call.Syntax.SpanStart) ? call.Flag.Manifest.Names.Qualifier + call.Flag.Accessor : call.Flag.Accessor;
    }

    private static string NameOfContext(SourceToFix source, int position) =>
        source.Model.Compilation.GetTypeByMetadataName(RuntimeNames.Context)!.ToMinimalDisplayString(source.Model, position);
}
