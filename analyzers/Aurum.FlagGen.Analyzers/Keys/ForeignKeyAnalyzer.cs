using System.Collections.Immutable;
using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Flags;
using Microsoft.CodeAnalysis.Operations;

namespace Aurum.FlagGen.Analyzers.Keys;

/// <summary>AFG3007: Microsoft.FeatureManagement is asked for a flag that has a generated member.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ForeignKeyAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: DiagnosticIds.ForeignKey,
        title: "Microsoft.FeatureManagement is asked for a flag that has a member",
        messageFormat: "Flag {0} is asked of Microsoft.FeatureManagement by its name; '{1}' is checked by the compiler and answers at once",
        category: Categories.Hygiene,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.ForeignKey));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static compilation => FlagAnalysis.Start(compilation, Start));
    }

    private static void Start(CompilationStartAnalysisContext context, ProjectFlags flags)
    {
        ForeignKeyCalls calls = new(context.Compilation);
        if (!calls.Exist)
        {
            return;
        }

        context.RegisterOperationAction(call => Visit(calls.FindNames((IInvocationOperation)call.Operation), call, flags), OperationKind.Invocation);
        if (calls.Attribute is { } attribute)
        {
            context.RegisterOperationAction(gate => Visit(NamesOf((IAttributeOperation)gate.Operation, attribute), gate, flags), OperationKind.Attribute);
        }
    }

    private static IEnumerable<IOperation> NamesOf(IAttributeOperation operation, INamedTypeSymbol attribute) =>
        operation.Operation is IObjectCreationOperation creation && SymbolEqualityComparer.Default.Equals(creation.Type, attribute)
            ? creation.Arguments.SelectMany(static argument => ForeignKeyCalls.NamesIn(argument.Value))
            : [];

    private static void Visit(IEnumerable<IOperation> names, OperationAnalysisContext context, ProjectFlags flags)
    {
        foreach (IOperation name in names)
        {
            // A compile-time flag's member answers by the build, which is not what is asked for here.
            Location location = name.Syntax.GetLocation();
            if (flags.Find(name) is { Flag.IsCompileTime: false } flag && flags.Symbols.HasAccessor(flag) && WrittenCode.Contains(location, context))
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, location, FixProperties.For(flag), flag.Phrase, flag.Accessor));
            }
        }
    }
}
