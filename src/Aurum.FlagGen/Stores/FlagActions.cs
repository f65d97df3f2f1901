namespace Aurum.FlagGen;

/// <summary>The words by which the audit log names kinds of change.</summary>
public static class FlagActions
{
    /// <summary>A flag came into being.</summary>
    public const string Create = "create";

    /// <summary>A flag's whole definition was written.</summary>
    public const string Update = "update";

    /// <summary>A flag was switched on or off.</summary>
    public const string UpdateStatus = "update_status";

    /// <summary>A rule was added.</summary>
    public const string AddRule = "add_rule";

    /// <summary>A rule was replaced.</summary>
    public const string UpdateRule = "update_rule";

    /// <summary>A rule was removed.</summary>
    public const string RemoveRule = "remove_rule";

    /// <summary>A test was set or removed.</summary>
    public const string SetAbTest = "set_ab_test";

    /// <summary>A flag was brought in line with what a manifest declares.</summary>
    public const string Push = "push";

    /// <summary>A flag was deleted.</summary>
    public const string Delete = "delete";
}
