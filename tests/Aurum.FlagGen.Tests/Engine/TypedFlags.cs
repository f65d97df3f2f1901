using System.Text;
using Aurum.FlagGen.Tests.Evaluation;

namespace Aurum.FlagGen.Tests.Engine;

/// <summary>A manifest as the generator embeds it, registered once for the process, and a context as the generator writes it.</summary>
internal static class TypedFlags
{
    public const string Manifest = """
        {'flags':{
          'typed.on':{'status':'enabled','default_value':true},
          'typed.off':{'status':'disabled'},
          'typed.share':{'status':'enabled','rules':[{'name':'r','conditions':{'user.role':'premium'},'rollout_percentage':50}]},
          'typed.integer':{'type':'integer','status':'enabled','default_value':20,'variants':{'small':20,'large':100},'rules':[{'name':'r','variant':'large','conditions':{'user.age':{'op':'gte','value':30}}}]},
          'typed.variant':{'type':'variant','status':'enabled','default_value':'control','ab_test':{'variants':{'control':50,'a':30,'b':20},'control_variant':'control','track_events':['click']}},
          'typed.rules':{'status':'enabled','rules':[
            {'name':'in','conditions':{'user.country':{'op':'in','value':['AA','BB','CC','DD','EE']}},'value':false},
            {'name':'number','conditions':{'user.age':{'op':'gte','value':90}},'value':false},
            {'name':'semver','conditions':{'app.version':{'op':'gt','value':'9.0.0','value_type':'semver'}},'value':false},
            {'name':'version','conditions':{'app.version':{'op':'eq','value':'9.*','value_type':'version'}},'value':false},
            {'name':'date','conditions':{'user.created_at':{'op':'gt','value':'2027-01-01','value_type':'datetime'}},'value':false},
            {'name':'date text','conditions':{'user.created_at':{'op':'startswith','value':'1999'}},'value':false},
            {'name':'prefix','conditions':{'user.country':{'op':'startswith','value':'X'}},'value':false},
            {'name':'list','conditions':{'user.tags':{'op':'contains','value':'z'}},'value':false},
            {'name':'segment','user_segments':['typed_segment','new_users'],'value':false},
            {'name':'time','active_until':'2020-01-01','value':false},
            {'name':'last','required_flags':['typed.share','typed.base'],'excluded_flags':['typed.off']}]},
          'typed.base':{'status':'enabled','rules':[{'name':'r','required_flags':['typed.share'],'rollout_plan':{'strategy':'gradual','start_percentage':50,'end_percentage':100,'step_percentage':10,'step_interval_hours':1,'start_time':'2026-01-01'}}]},
          'typed.imported':{'status':'enabled','bucketing':{'algorithm':'microsoft'},'rules':[{'name':'r','rollout_percentage':50}]},
          'typed.layered':{'type':'variant','status':'enabled','default_value':'c','ab_test':{'variants':{'c':50,'t':50},'control_variant':'c','start_date':'2020-01-01','layer':{'name':'typed_layer','from':10,'to':90}}}},
         'segments':{'typed_segment':{'include':['nobody'],'exclude':['somebody'],'conditions':{'user.country':'ZZ'}}},
         'layers':{'typed_layer':{'salt':'l','holdout':5}}}
        """;

    private static readonly FlagCatalog Catalog = FlagCatalog.Register(typeof(TypedFlags), Encoding.UTF8.GetBytes(Given.Json(Manifest)));

    public static IReadOnlyList<string> Keys { get; } = [.. Catalog.Flags.Select(static flag => flag.Key)];

    public static int Slot(string key) => Catalog.Slots[Keys.ToList().IndexOf(key)];
}
