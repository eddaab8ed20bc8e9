CREATE TABLE courses (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    title text NOT NULL,
    teacher text,
    free_seats integer NOT NULL,
    CONSTRAINT seats_left CHECK (free_seats >= 0)
);

CREATE TABLE bookings (
    course_id bigint NOT NULL,
    member bigint NOT NULL,
    CONSTRAINT one_booking_per_member PRIMARY KEY (course_id, member),
    CONSTRAINT booked_course_exists FOREIGN KEY (course_id) REFERENCES courses (id)
);
