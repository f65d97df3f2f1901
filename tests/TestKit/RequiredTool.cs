namespace Aurum.FlagGen.TestKit;

/// <summary>A program that some tests need beside the SDK: where it is missing the test is skipped with a message that says how to get it, and in the full check that is an error.</summary>
internal static class RequiredTool
{
    /// <summary>Set by <c>.ci/run</c>, which installs every tool: a test that would skip then fails.</summary>
    private const string RequireAllVariable = "FLAGGEN_REQUIRE_ALL";

    public static string Chromium => Find("chromium", "apt-get install chromium");

    /// <summary>What links a native program.</summary>
    public static string Linker => Find("gcc", "apt-get install gcc zlib1g-dev");

    /// <summary>What the store for many processes is tried against, beside the server that runs within the tests.</summary>
    public static string RedisServer => Find("redis-server", "apt-get install redis-server");

    public static string Node => Find("node", "apt-get install nodejs npm");

    /// <summary>What lists the symbols of a native program.</summary>
    public static string Symbols => Find("nm", "apt-get install binutils");

    /// <summary>The folder above <c>node_modules</c> with a package of npm.</summary>
    public static string NodeModules(string package, string version)
    {
        string folder = RepositoryFolder.Combine("artifacts", "npm");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", package)))
        {
            Miss($"This test needs the package '{package}' of npm. To get it: npm install --prefix artifacts/npm {package}@{version}");
        }

        return folder;
    }

    private static string Find(string program, string install)
    {
        string? path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
        if (path is not null)
        {
            return path;
        }

        Miss($"This test needs '{program}' on the PATH. To get it: {install}");
        return "";
    }

    private static void Miss(string message)
    {
        if (Environment.GetEnvironmentVariable(RequireAllVariable) == "1")
        {
            Assert.Fail(message);
        }

        Assert.Skip(message);
    }
}
