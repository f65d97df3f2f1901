using System.Diagnostics;
using System.Reflection;
using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.EndToEnd.Tests;

/// <summary>Starts a sample as a user runs it.</summary>
internal static class SampleProcess
{
    /// <summary>Starts a sample that was built with the tests.</summary>
    /// <param name="name">The sample's project.</param>
    /// <param name="arguments">What comes after its name on the command line.</param>
    public static ProgramProcess Start(string name, params string[] arguments)
    {
        string configuration = typeof(SampleProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static attribute => attribute.Key == "Configuration").Value!;
        string program = RepositoryFolder.Combine("artifacts", "bin", name, configuration.ToLowerInvariant(), name + ".dll");
        return ProgramProcess.Start(name, new ProcessStartInfo("dotnet", [program, .. arguments]));
    }
}
