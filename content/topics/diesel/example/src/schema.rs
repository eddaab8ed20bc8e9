// @generated automatically by Diesel CLI.

diesel::table! {
    glaciers (id) {
        id -> Integer,
        name -> Text,
    }
}

diesel::table! {
    readings (id) {
        id -> Integer,
        glacier_id -> Integer,
        year -> Integer,
        meters -> Nullable<Double>,
    }
}

diesel::joinable!(readings -> glaciers (glacier_id));

diesel::allow_tables_to_appear_in_same_query!(glaciers, readings,);
