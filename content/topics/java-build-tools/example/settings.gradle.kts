rootProject.name = "parking"

include("core", "app")

dependencyResolutionManagement {
    repositories {
        mavenCentral()
    }
}
