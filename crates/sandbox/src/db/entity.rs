//! How an entity is described: its place in the API, its columns, its filters. The handlers read only this.

/// What a column holds and how JSON shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A 64-bit integer.
    Integer,
    /// Text.
    Text,
    /// 0 or 1 in the database, a boolean in JSON.
    Boolean,
    /// Seconds since 1970 in the database, a date in JSON.
    Time,
}

/// What a client may write into a field.
#[derive(Debug)]
pub struct Input {
    /// The column it goes to.
    pub column: &'static str,
    /// Whether a write without it is refused.
    pub required: bool,
    /// For a foreign key: the relation's name and the table that must hold the id.
    pub relation: Option<(&'static str, &'static str)>,
}

/// One field of the JSON record.
#[derive(Debug)]
pub struct Field {
    /// Its name in JSON and in `orderBy`.
    pub name: &'static str,
    /// Where its value comes from, in SQL.
    pub expression: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// What may be written, or `None` for a field that only comes back.
    pub input: Option<Input>,
}

impl Field {
    /// A field that only comes back.
    pub const fn shown(name: &'static str, expression: &'static str, kind: Kind) -> Self {
        Self { name, expression, kind, input: None }
    }
}

/// How a filter compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Test {
    /// Equal; text follows the switch `--match`.
    Equal,
    /// At least, from `from_…`. Both ends belong to the range `[inferred]`.
    From,
    /// At most, from `to_…`.
    To,
}

/// Where the spelling of a filter comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The page of the entity names it.
    Documented,
    /// It follows the API's pattern; `--filters ignore` takes its effect away.
    Inferred,
}

/// One query parameter that narrows a list.
#[derive(Debug)]
pub struct Filter {
    /// The name of the query parameter.
    pub parameter: &'static str,
    /// What it compares with, in SQL.
    pub expression: &'static str,
    /// What that holds.
    pub kind: Kind,
    /// How it compares.
    pub test: Test,
    /// Where its spelling comes from.
    pub source: Source,
}

/// One entity of the staff API.
#[derive(Debug)]
pub struct Entity {
    /// Its name in roles and messages, for example `CoworkerNotification`.
    pub name: &'static str,
    /// Its collection URL.
    pub path: &'static str,
    /// Its table.
    pub table: &'static str,
    /// The `FROM` clause; the own table is called `r`.
    pub from: &'static str,
    /// The `ToStringText`, in SQL.
    pub label: &'static str,
    /// The fields beside the base.
    pub fields: &'static [Field],
    /// The filters its list knows.
    pub filters: &'static [Filter],
}

/// The base fields that come out of columns `[doc]`; `IsNew`, `SystemId` and `LocalizationDetails` are constant.
pub static BASE: [Field; 5] = [
    Field::shown("Id", "r.id", Kind::Integer),
    Field::shown("UniqueId", "r.unique_id", Kind::Text),
    Field::shown("CreatedOn", "r.created_on", Kind::Time),
    Field::shown("UpdatedOn", "r.updated_on", Kind::Time),
    Field::shown("UpdatedBy", "r.updated_by", Kind::Text),
];

impl Entity {
    /// All fields that come out of columns, base first.
    pub fn columns(&self) -> impl Iterator<Item = &'static Field> {
        BASE.iter().chain(self.fields)
    }

    /// The role for `action`, for example `CoworkerNotification-Create`.
    pub fn role(&self, action: &str) -> String {
        format!("{}-{action}", self.name)
    }
}
