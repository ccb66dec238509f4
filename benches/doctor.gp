# The page a doctor asks for: pain by day and night above strips of exercise, sitting and sleep.
# Up to two years every score is a dot and lines are 7-day means; longer spans are by month.
# usage: gnuplot -e "csv='FILE'; out='FILE'; kind='svg'|'png'; monthly=0|1" doctor.gp
if (kind eq 'svg') { set terminal svg size 960,600 font 'sans,12'; k = 1 } \
else { set terminal pngcairo size 1920,1200 font 'sans,24'; k = 2 }
set output out
set datafile separator ','
set xdata time
set timefmt '%Y-%m-%d'
set grid
set autoscale xfix
set lmargin screen 0.12
set rmargin screen 0.86
set key outside right

month(c) = strptime('%Y-%m', substr(strcol(c), 1, 7))
did(c) = strcol(c) eq 'yes' ? 1 : 0
day7(x) = (d1 = d2, d2 = d3, d3 = d4, d4 = d5, d5 = d6, d6 = d7, d7 = x, \
    (d1 + d2 + d3 + d4 + d5 + d6 + d7) / 7)
night7(x) = (n1 = n2, n2 = n3, n3 = n4, n4 = n5, n5 = n6, n6 = n7, n7 = x, \
    (n1 + n2 + n3 + n4 + n5 + n6 + n7) / 7)

set multiplot
set yrange [0:10.4]
set ylabel 'Pain score, 0-10'
set format x ''
set bmargin screen 0.34
set tmargin screen 0.92
set title 'Pain, day and night'
if (monthly) {
    plot csv using (month(1)):2 every ::1 smooth unique with lines lw 2*k title 'day', \
         csv using (month(1)):3 every ::1 smooth unique with lines dt 2 lw k title 'night'
} else {
    d1 = d2 = d3 = d4 = d5 = d6 = d7 = 5.0
    n1 = n2 = n3 = n4 = n5 = n6 = n7 = 5.0
    plot csv using 1:2 every ::1 with points pt 7 ps 0.3*k title 'day', \
         csv using 1:3 every ::1 with points pt 6 ps 0.4*k title 'night', \
         csv using 1:(valid(2) ? day7($2) : NaN) every ::1 with lines lw 3*k notitle, \
         csv using 1:(valid(3) ? night7($3) : NaN) every ::1 with lines dt 2 lw 3*k notitle
}
unset title
unset key

set yrange [0:3]
set ylabel 'Exercise'
set ytics 1
set bmargin screen 0.26
set tmargin screen 0.33
set style fill solid
if (monthly) {
    plot csv using (month(1)):(did(6) + did(7) + did(8)) every ::1 smooth unique with boxes
} else {
    plot csv using 1:(did(6) + did(7) + did(8)) every ::1 with impulses
}

set yrange [0:12]
set ylabel 'Sitting, h'
set ytics 4
set bmargin screen 0.18
set tmargin screen 0.25
if (monthly) {
    plot csv using (month(1)):4 every ::1 smooth unique with boxes
} else {
    plot csv using 1:4 every ::1 with impulses
}

set ylabel 'Sleep side'
set bmargin screen 0.07
set tmargin screen 0.17
set format x '%b %Y'
is(c, s) = strcol(c) eq s ? 1 : 0
sides = 'mixed front back side'
set ytics ('mixed' 1, 'front' 2, 'back' 3, 'side' 4)
set yrange [0.4:4.6]
if (monthly) {
    plot for [i = 1:4] csv using (month(1)):(i + 0.8 * is(5, word(sides, i))) every ::1 \
        smooth unique with filledcurves y1=i
} else {
    plot for [i = 1:4] csv using 1:(is(5, word(sides, i)) ? i : NaN) every ::1 \
        with points pt 5 ps 0.5*k
}
unset multiplot
