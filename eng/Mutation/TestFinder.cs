using System.Collections;
using System.Reflection;

namespace Aurum.FlagGen.Mutation;

/// <summary>Finds the tests of an assembly as xunit does, without xunit: what runs ten thousand times must not begin anew each time.</summary>
internal static class TestFinder
{
    /// <param name="tests">The assembly.</param>
    /// <param name="wanted">Ends of namespaces and of classes' full names, and after a minus the names of methods to leave out.</param>
    public static IEnumerable<TestCase> Find(Assembly tests, string[] wanted) =>
        from type in tests.GetExportedTypes()
        where !type.IsAbstract && Array.Exists(wanted, end => type.Namespace?.EndsWith(end, StringComparison.Ordinal) == true || type.FullName!.EndsWith(end, StringComparison.Ordinal))
        where type.GetConstructor(Type.EmptyTypes) is not null
        from method in type.GetMethods()
        where !wanted.Contains($"-{method.Name}")
        from test in Find(method).Select((arguments, number) => new TestCase(method, arguments, number))
        select test;

    private static IEnumerable<object?[]> Find(MethodInfo method)
    {
        Attribute[] attributes = [.. method.GetCustomAttributes()];
        if (Array.Exists(attributes, static attribute => attribute.GetType().Name == "FactAttribute"))
        {
            return [[]];
        }

        return Array.Exists(attributes, static attribute => attribute.GetType().Name == "TheoryAttribute")
            ? attributes.Where(static attribute => attribute.GetType().GetMethod("GetData") is not null).SelectMany(attribute => Rows(attribute, method))
            : [];
    }

    private static IEnumerable<object?[]> Rows(Attribute attribute, MethodInfo method)
    {
        // Where data are named by a member, the class that has it is what xunit fills in.
        if (attribute.GetType().GetProperty("MemberType") is { } type && type.GetValue(attribute) is null)
        {
            type.SetValue(attribute, method.ReflectedType);
        }

        MethodInfo getData = attribute.GetType().GetMethod("GetData")!;
        object tracker = Activator.CreateInstance(getData.GetParameters()[1].ParameterType)!;
        object pending = getData.Invoke(attribute, [method, tracker])!;
        object task = pending.GetType().GetMethod("AsTask")!.Invoke(pending, null)!;
        IEnumerable rows = (IEnumerable)task.GetType().GetProperty("Result")!.GetValue(task)!;
        foreach (object row in rows)
        {
            MethodInfo read = row.GetType().GetInterfaces().Single(static type => type.Name == "ITheoryDataRow").GetMethod("GetData")!;
            yield return Complete((object?[])read.Invoke(row, null)!, method.GetParameters());
        }
    }

    private static object?[] Complete(object?[] arguments, ParameterInfo[] parameters) =>
        [.. parameters.Select((parameter, i) => i < arguments.Length ? arguments[i] : parameter.DefaultValue)];
}
