plugins {
    id("parking.java-module")
    application
}

application {
    mainClass = "org.example.parking.Main"
}

// region dependencies
dependencies {
    implementation(project(":core"))
    implementation(platform(libs.jackson.bom))
    implementation(libs.jackson.csv)
    implementation(libs.jackson.jsr310)

    testImplementation(platform(libs.junit.bom))
    testImplementation(libs.junit.jupiter)
    testRuntimeOnly(libs.junit.launcher)
}
// endregion dependencies
