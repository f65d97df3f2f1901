using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aurum.FlagGen.Generators.Tests.Pipeline;

/// <summary>The guard must find what it guards against: subclasses, behind interfaces, deep inside.</summary>
public sealed class ModelGraphTests
{
    private static readonly CSharpCompilation Compilation = CSharpCompilation.Create("X", [CSharpSyntaxTree.ParseText("class C;", cancellationToken: TestContext.Current.CancellationToken)]);

    [Fact]
    public void Graph_WithARoslynObjectInside_IsCaught()
    {
        SyntaxTree tree = Compilation.SyntaxTrees[0];
        object[] offenders =
        [
            Compilation, Compilation.GetTypeByMetadataName("C")!, tree, tree.GetRoot(TestContext.Current.CancellationToken), tree.GetText(TestContext.Current.CancellationToken),
            Location.Create(tree, default),
        ];

        foreach (object offender in offenders)
        {
            ModelGraph.FindForbidden((1, new object[] { "text", Tuple.Create(offender) })).ShouldHaveSingleItem(offender.GetType().Name);
        }
    }

    [Fact]
    public void Graph_OfPlainData_IsClean() => ModelGraph.FindForbidden(("text", 1, Tuple.Create("a"), DayOfWeek.Friday)).ShouldBeEmpty();
}
