using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aurum.FlagGen.Analyzers.Flags;

/// <summary>Tells whether something in a program may set the ambient context, from which reads without a context take it.</summary>
internal static class AmbientContexts
{
    private const string Use = "Use";

    /// <summary>The store that brings no context with it.</summary>
    private const string RedisAssembly = "Aurum.FlagGen.Redis";

    /// <summary>
    /// Whether an ambient context may be set: by the code itself, by the application that a library becomes part of, or by a referenced project that knows the runtime.
    /// </summary>
    /// <remarks>It looks at the syntax alone: another type with a static <c>Use</c> only lets a fault pass, and no tree has to be bound for it.</remarks>
    public static bool MayBeSet(Compilation compilation, CancellationToken token) =>
        compilation.Options.OutputKind is not (OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication)
        || compilation.SourceModule.ReferencedAssemblySymbols.Any(static assembly => assembly.Name != RedisAssembly && RefersToRuntime(assembly))
        || compilation.SyntaxTrees.Any(tree => tree.GetRoot(token).DescendantNodes().OfType<SimpleNameSyntax>().Any(IsUseOfType));

    private static bool RefersToRuntime(IAssemblySymbol assembly) =>
        assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static reference => reference.Name == RuntimeNames.Assembly));

    /// <summary>Whether a name is <c>FlagContext.Use</c>, or may stand for it: <c>app.Use</c> does not.</summary>
    private static bool IsUseOfType(SimpleNameSyntax name) =>
        name.Identifier.ValueText == Use
        && (name.Parent is not MemberAccessExpressionSyntax access || access.Name != name || IsType(access.Expression));

    private static bool IsType(ExpressionSyntax receiver) => receiver switch
    {
        SimpleNameSyntax name => char.IsUpper(name.Identifier.ValueText.FirstOrDefault()),
        AliasQualifiedNameSyntax => true,
        MemberAccessExpressionSyntax access => IsType(access.Name),
        _ => false,
    };
}
