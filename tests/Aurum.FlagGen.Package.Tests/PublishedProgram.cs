using System.Diagnostics;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.Package.Tests;

/// <summary>samples/NativeAot, published into a folder: which of its branches are in it, and what it prints.</summary>
internal sealed partial class PublishedProgram : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flaggen published ");

    /// <summary>How long the last publication took, and what it printed.</summary>
    public string Log { get; private set; } = "";

    private string ProgramFile => Path.Combine(_folder.FullName, "NativeAot");

    /// <summary>Publishes over what was published before, without cleaning.</summary>
    public async Task PublishAsync(params string[] properties)
    {
        string configuration = typeof(PublishedProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static attribute => attribute.Key == "Configuration").Value!;
        DotnetResult result = await Dotnet.RunAsync(
            RepositoryFolder.Combine("samples", "NativeAot"), ["publish", "--configuration", configuration, "--output", _folder.FullName, "-v:minimal", .. properties]);
        Log = result.Output;
    }

    /// <summary>The branches whose methods are in the trimmed assembly.</summary>
    public string[] BranchesInMetadata()
    {
        using PEReader assembly = new(File.OpenRead(ProgramFile + ".dll"));
        MetadataReader metadata = assembly.GetMetadataReader();
        TypeDefinition branches = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Single(type => metadata.GetString(type.Name) == "Branches");
        return [.. branches.GetMethods().Select(metadata.GetMethodDefinition).Select(method => metadata.GetString(method.Name)).Order(StringComparer.Ordinal)];
    }

    /// <summary>The branches whose methods are among the symbols of the native program.</summary>
    public async Task<string[]> BranchesInSymbolsAsync()
    {
        string symbols = await ReadOutputAsync(RequiredTool.Symbols, ProgramFile + ".dbg");
        return [.. BranchSymbol().Matches(symbols).Select(static match => match.Groups[1].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>When each of the files was last written that the task, the compiler and the linkers leave between source and publication.</summary>
    public static SortedDictionary<string, DateTime> StepTimes()
    {
        string folder = RepositoryFolder.Combine("artifacts", "obj", "NativeAot");
        SortedDictionary<string, DateTime> times = new(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            if (Path.GetFileName(file) is "FlagGen.read" or "FlagGen.switches" or "FlagGen.symbols" or "NativeAot.dll" or "Link.semaphore" or "NativeAot.o")
            {
                times.Add(Path.GetRelativePath(folder, file), File.GetLastWriteTimeUtc(file));
            }
        }

        return times;
    }

    /// <summary>Everything that is published but the symbols, which nobody ships.</summary>
    public long Size() => _folder.EnumerateFiles("*", SearchOption.AllDirectories).Where(static file => file.Extension is not (".pdb" or ".dbg")).Sum(static file => file.Length);

    public Task<string> RunAsync() => ReadOutputAsync(ProgramFile);

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<string> ReadOutputAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, output);
        return output;
    }

    [GeneratedRegex(@" t \w*NativeAot_Branches__(\w+)\s*$", RegexOptions.Multiline)]
    private static partial Regex BranchSymbol();
}
